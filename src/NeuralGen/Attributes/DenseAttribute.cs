namespace NeuralGen;

/// <summary>Declares a fully connected layer: outputᵢ = activation(biasᵢ + Σⱼ weightᵢⱼ·inputⱼ).</summary>
/// <remarks>Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
/// <param name="units">the number of outputs of the layer, at least 1.</param>
/// <param name="activation">the function applied to each output.</param>
public sealed class DenseAttribute(int units, Activation activation = Activation.Linear) : ActivatedLayerAttribute
{
    /// <summary>Gets the number of outputs of the layer.</summary>
    public int Units { get; } = units;

    /// <summary>Gets the function applied to each output.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Gets or sets the weights, row-major [units, inputs]: all weights of the first unit, then those of
    /// the second, and so on. They may be left out in a trainable network only.</summary>
    public double[]? Weights { get; set; }

    /// <summary>Gets or sets the order of <see cref="Weights"/>; that of the network when left out.</summary>
    public WeightLayout Layout { get; set; }

    /// <summary>Gets or sets the bias, one value per unit; zeros when left out.</summary>
    public double[]? Bias { get; set; }

    /// <summary>Gets or sets a value indicating whether a layer of a trainable network that is declared without
    /// weights has a bias. The default is <see langword="true"/>.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Weights"/> are taken from.</summary>
    public string? WeightsTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Bias"/> are taken from.</summary>
    public string? BiasTensor { get; set; }
}
