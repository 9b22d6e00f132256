namespace NeuralGen.Tool.Tests.Running;

/// <summary>Tests that are skipped, with their reason, where what they need is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(Need need) => Skip = Needs.Missing(need);
}
