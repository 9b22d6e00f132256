namespace NeuralGen.Compiler.Diagnostics;

/// <summary>
/// The properties by which diagnostics tell code fixes what to write. The fixes compile this file too: they load without
/// the assembly that reports.
/// </summary>
internal static class FixProperties
{
    /// <summary>What was probably meant instead of the name that is marked.</summary>
    public const string Replacement = "replacement";

    /// <summary>The number of inputs that the first layer is made for.</summary>
    public const string Inputs = "inputs";

    /// <summary>How many values the bias that is missing has.</summary>
    public const string BiasLength = "bias";

    /// <summary>The order of weights that the weights have.</summary>
    public const string Layout = "layout";

    /// <summary>The constant of the network, or a product of two, that says the length needed.</summary>
    public const string Constant = "constant";
}
