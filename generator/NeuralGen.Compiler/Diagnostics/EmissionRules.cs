namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Notes about the code that a network becomes: 0901 and up.</summary>
internal static class EmissionRules
{
    /// <summary>Unrolled networks fit one method.</summary>
    public static readonly Rule TooLargeToUnroll = Rule.Note(
        902,
        "Unrolled networks fit one method",
        "Network '{0}' is to be unrolled but takes {1} products of a weight and a value, above the {2} up to which the JIT optimises a statement per node well; Emission.Auto is faster");

    /// <summary>Networks have gradients.</summary>
    public static readonly Rule NoGradients = Rule.Note(
        903,
        "Networks have gradients",
        "Network '{0}' has no members that compute losses and derivatives, since {1}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } = [TooLargeToUnroll, NoGradients];
}
