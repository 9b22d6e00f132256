namespace NeuralGen;

/// <summary>Declares a normalization of groups of channels: (input - mean)/√(variance + ε)·gamma + beta, where mean and variance are those
/// of all values of a group in one sample, the variance divided by their number (Wu and He 2018; PyTorch's GroupNorm).</summary>
/// <remarks>Gamma and beta have a value per channel; both are parameters of the network.</remarks>
/// <param name="groups">the number of groups, which divides the channels.</param>
public sealed class GroupNormalizationAttribute(int groups) : LayerAttribute
{
    /// <summary>Gets the number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>Gets or sets the factors after normalization; ones when left out.</summary>
    public double[]? Gamma { get; set; }

    /// <summary>Gets or sets the summands after normalization; zeros when left out.</summary>
    public double[]? Beta { get; set; }

    /// <summary>Gets or sets a value indicating whether there are gamma and beta. The default is <see langword="true"/>.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Gets or sets the ε that is added to the variance. The default is 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Gamma"/> are taken from.</summary>
    public string? GammaTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Beta"/> are taken from.</summary>
    public string? BetaTensor { get; set; }
}
