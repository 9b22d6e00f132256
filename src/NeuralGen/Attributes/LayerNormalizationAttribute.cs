namespace NeuralGen;

/// <summary>Declares a normalization over all values of one sample: outputᵢ = (inputᵢ - mean)/√(variance + ε)·gammaᵢ
/// + betaᵢ, where mean and variance are those of the sample's values, the variance divided by their number (J. Ba et
/// al., 2016; PyTorch's LayerNorm).</summary>
/// <remarks>Each array has one value per input of the layer; both are parameters of the network. Read by the
/// compiler in the order of the attributes; at run time nothing depends on it.</remarks>
public sealed class LayerNormalizationAttribute : LayerAttribute
{
    /// <summary>Gets or sets the factors after normalization; ones when left out.</summary>
    public double[]? Gamma { get; set; }

    /// <summary>Gets or sets the summands after normalization; zeros when left out.</summary>
    public double[]? Beta { get; set; }

    /// <summary>Gets or sets the ε that is added to the variance. The default is 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Gamma"/> are taken from.</summary>
    public string? GammaTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Beta"/> are taken from.</summary>
    public string? BetaTensor { get; set; }
}
