namespace NeuralGen.Compiler.Networks.Numbers;

/// <summary>What numbers are that come from a batch normalisation.</summary>
internal enum DerivedPart
{
    /// <summary>The factor of each channel: gamma / √(variance + ε).</summary>
    Factors,

    /// <summary>The weights before it, each multiplied by the factor of its unit.</summary>
    Weights,

    /// <summary>The bias before it, so that the sums come out shifted: (bias - mean)·factor + beta.</summary>
    Bias,
}
