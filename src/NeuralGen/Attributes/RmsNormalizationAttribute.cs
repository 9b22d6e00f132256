namespace NeuralGen;

/// <summary>Declares a normalization over the last axis that leaves the mean in: input/√(mean of squares + ε)·gamma (Zhang and Sennrich
/// 2019; PyTorch's RMSNorm).</summary>
/// <remarks>Gamma has a value per input of a row and is a parameter of the network.</remarks>
public sealed class RmsNormalizationAttribute : LayerAttribute
{
    /// <summary>Gets or sets the factors after normalization; ones when left out.</summary>
    public double[]? Gamma { get; set; }

    /// <summary>Gets or sets the ε that is added to the mean of squares. When left out it is, as in PyTorch, the distance of 1 to the next
    /// number of the network's precision: 1.1920929e-7 or 2.22e-16; Keras has 1e-6.</summary>
    public double Epsilon { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Gamma"/> are taken from.</summary>
    public string? GammaTensor { get; set; }
}
