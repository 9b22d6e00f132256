namespace NeuralGen.Tool.Tests.Running;

/// <summary>A test that is skipped, with its reason, where what it needs is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(Need need) => Skip = Needs.Missing(need);
}
