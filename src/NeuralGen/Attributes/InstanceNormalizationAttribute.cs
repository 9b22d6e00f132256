namespace NeuralGen;

/// <summary>Declares a normalization of each channel by itself: (input - mean)/√(variance + ε)·gamma + beta, where mean and variance are
/// those of the channel's values in one sample, the variance divided by their number (Ulyanov, Vedaldi and Lempitsky 2016; PyTorch's
/// InstanceNorm).</summary>
/// <remarks>Gamma and beta have a value per channel; where there are any, both are parameters of the network.</remarks>
public sealed class InstanceNormalizationAttribute : LayerAttribute
{
    /// <summary>Gets or sets the factors after normalization; ones when left out.</summary>
    public double[]? Gamma { get; set; }

    /// <summary>Gets or sets the summands after normalization; zeros when left out.</summary>
    public double[]? Beta { get; set; }

    /// <summary>Gets or sets a value indicating whether there are gamma and beta; when left out, only where one of them is given.</summary>
    public bool Affine { get; set; }

    /// <summary>Gets or sets the ε that is added to the variance. The default is 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Gamma"/> are taken from.</summary>
    public string? GammaTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Beta"/> are taken from.</summary>
    public string? BetaTensor { get; set; }
}
