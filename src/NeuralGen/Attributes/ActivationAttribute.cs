namespace NeuralGen;

/// <summary>Declares a layer that applies an activation function to the values of the layer before.</summary>
/// <remarks>Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
/// <param name="activation">the function.</param>
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>Gets the function.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Gets or sets the α of the function; the function's own default when left out.</summary>
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

    /// <summary>Gets or sets the slopes of <see cref="NeuralGen.Activation.Prelu"/>, one per value, or one for all.</summary>
    public double[]? Slopes { get; set; }
}
