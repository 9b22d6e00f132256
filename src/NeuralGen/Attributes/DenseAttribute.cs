namespace NeuralGen;

/// <summary>Declares a fully connected layer: outputᵢ = activation(biasᵢ + Σⱼ weightᵢⱼ·inputⱼ).</summary>
/// <remarks>Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
/// <param name="units">the number of outputs of the layer, at least 1.</param>
/// <param name="activation">the function applied to each output.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units, Activation activation = Activation.Linear) : Attribute
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

    /// <summary>Gets or sets the α of the activation; the activation's own default when left out.</summary>
    public double Alpha { get; set; }

    /// <summary>Gets or sets the β of <see cref="NeuralGen.Activation.HardSigmoid"/>, 0.5 when left out, and of
    /// <see cref="NeuralGen.Activation.Softplus"/>, 1 when left out.</summary>
    public double Beta { get; set; }

    /// <summary>Gets or sets the λ of <see cref="NeuralGen.Activation.HardShrink"/> and
    /// <see cref="NeuralGen.Activation.SoftShrink"/>; 0.5 when left out.</summary>
    public double Lambda { get; set; }

    /// <summary>Gets or sets the threshold of <see cref="NeuralGen.Activation.Threshold"/>, which it needs, of
    /// <see cref="NeuralGen.Activation.Relu"/>, 0 when left out, and of <see cref="NeuralGen.Activation.Softplus"/>, none when left
    /// out.</summary>
    public double Threshold { get; set; }

    /// <summary>Gets or sets what <see cref="NeuralGen.Activation.Threshold"/> puts in place of what is not above its
    /// threshold.</summary>
    public double Value { get; set; }

    /// <summary>Gets or sets the least value of <see cref="NeuralGen.Activation.HardTanh"/>; -1 when left out.</summary>
    public double MinVal { get; set; }

    /// <summary>Gets or sets the largest value of <see cref="NeuralGen.Activation.HardTanh"/>; 1 when left out.</summary>
    public double MaxVal { get; set; }

    /// <summary>Gets or sets the largest value of <see cref="NeuralGen.Activation.Relu"/>; none when left out.</summary>
    public double MaxValue { get; set; }

    /// <summary>Gets or sets the slope of <see cref="NeuralGen.Activation.Relu"/> below its threshold; 0 when left out.</summary>
    public double NegativeSlope { get; set; }

    /// <summary>Gets or sets the slopes of <see cref="NeuralGen.Activation.Prelu"/>, one per unit, or one for all.</summary>
    public double[]? Slopes { get; set; }

    /// <summary>Gets or sets the name of the layer in the emitted code and in diagnostics.</summary>
    public string? Name { get; set; }
}
