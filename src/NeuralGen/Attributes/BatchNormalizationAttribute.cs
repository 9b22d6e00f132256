namespace NeuralGen;

/// <summary>Declares a batch normalization with stored statistics: outputᵢ = (inputᵢ - meanᵢ)/√(varianceᵢ + ε)·gammaᵢ
/// + betaᵢ (S. Ioffe, C. Szegedy, 2015; PyTorch's BatchNorm1d in evaluation mode).</summary>
/// <remarks>Each array has one value per input of the layer. Gamma and beta are parameters of the network, mean and
/// variance are not. Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormalizationAttribute : Attribute
{
    /// <summary>Gets or sets the factors after normalization; ones when left out.</summary>
    public double[]? Gamma { get; set; }

    /// <summary>Gets or sets the summands after normalization; zeros when left out.</summary>
    public double[]? Beta { get; set; }

    /// <summary>Gets or sets the mean of each input.</summary>
    public double[]? Mean { get; set; }

    /// <summary>Gets or sets the variance of each input, not negative.</summary>
    public double[]? Variance { get; set; }

    /// <summary>Gets or sets the ε that is added to the variance. The default is 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Gets or sets the name of the layer in the emitted code and in diagnostics.</summary>
    public string? Name { get; set; }
}
