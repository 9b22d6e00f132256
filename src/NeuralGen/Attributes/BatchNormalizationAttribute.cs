namespace NeuralGen;

/// <summary>Declares a batch normalization with stored statistics: outputᵢ = (inputᵢ - meanᵢ)/√(varianceᵢ + ε)·gammaᵢ
/// + betaᵢ (S. Ioffe, C. Szegedy, 2015; PyTorch's BatchNorm in evaluation mode).</summary>
/// <remarks>Each array has one value per channel, which are the first axis, or per input of the layer where there is one axis. Gamma and beta are parameters of the network, mean and
/// variance are not. Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
public sealed class BatchNormalizationAttribute : LayerAttribute
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

    /// <summary>Gets or sets the axis of the channels, each of which has a number of its own: counted from 0 without the batch,
    /// negative ones from the end; the first when left out.</summary>
    public int Axis { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Gamma"/> are taken from.</summary>
    public string? GammaTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Beta"/> are taken from.</summary>
    public string? BetaTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Mean"/> are taken from.</summary>
    public string? MeanTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Variance"/> are taken from.</summary>
    public string? VarianceTensor { get; set; }
}
