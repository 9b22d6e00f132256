namespace NeuralGen.CodeFixes;

/// <summary>
/// The rules that have a fix. Their numbers stand here once more, because the fixes lie in a folder of the package of their
/// own and load without the assembly that reports the rules.
/// </summary>
internal static class FixedRules
{
    /// <summary>The type of a network is partial.</summary>
    public const string NotPartial = "NEURAL0001";

    /// <summary>The types around the type of a network are partial.</summary>
    public const string ContainerNotPartial = "NEURAL0002";
}
