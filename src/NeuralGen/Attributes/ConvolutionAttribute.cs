namespace NeuralGen;

/// <summary>Declares a convolution: output[u, p] = activation(bias[u] + Σ weights[u, c, t]·input[c, p·stride + t·dilation - padding]),
/// over the channels of the unit's group and the taps of the kernel (a cross-correlation, as PyTorch's). Weights are row-major
/// [units, channels / groups, kernel]; padding are zeros around the input.</summary>
public abstract class ConvolutionAttribute : KernelLayerAttribute
{
    /// <summary>Begins the declaration of a layer.</summary>
    /// <param name="units">the number of channels of the output, at least 1.</param>
    protected ConvolutionAttribute(int units)
        : base(units)
    {
    }

    /// <summary>Gets or sets how many zeros there are where they follow from the sizes.</summary>
    public PaddingMode PaddingMode { get; set; }
}
