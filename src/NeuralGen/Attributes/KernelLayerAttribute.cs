namespace NeuralGen;

/// <summary>What convolutions and transposed convolutions have in common.</summary>
public abstract class KernelLayerAttribute : ActivatedLayerAttribute
{
    /// <summary>Begins the declaration of a layer.</summary>
    /// <param name="units">the number of channels of the output, at least 1.</param>
    protected KernelLayerAttribute(int units) => Units = units;

    /// <summary>Gets the number of channels of the output, at least 1.</summary>
    public int Units { get; }

    /// <summary>Gets or sets the function applied to each output.</summary>
    public Activation Activation { get; set; }

    /// <summary>Gets or sets the size of the kernel along every axis.</summary>
    public int Kernel { get; set; }

    /// <summary>Gets or sets the size of the kernel along each axis.</summary>
    public int[]? KernelShape { get; set; }

    /// <summary>Gets or sets the distance between two positions of the kernel, in values; 1 when left out.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Gets or sets the distance between two positions along each axis.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Gets or sets the padding on every side of what the kernel slides over; none when left out.</summary>
    public int Padding { get; set; }

    /// <summary>Gets or sets the padding along each axis, or all before and then all behind.</summary>
    public int[]? Paddings { get; set; }

    /// <summary>Gets or sets the distance between two taps of the kernel, in values; 1 when left out.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Gets or sets the distance between two taps along each axis.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>Gets or sets into how many groups, which have nothing to do with each other, channels and units are divided; 1 when
    /// left out.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Gets or sets the weights, row-major. They may be left out in a trainable network,
    /// and where a weights file has them.</summary>
    public double[]? Weights { get; set; }

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
