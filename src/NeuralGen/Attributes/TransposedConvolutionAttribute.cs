namespace NeuralGen;

/// <summary>Declares a transposed convolution: output[u, p·stride + t·dilation - padding] is activation(bias[u] + Σ weights[c, u, t]·input[c, p]),
/// over the channels of the unit's group and all p and t that lead there (Zeiler et al. 2010; PyTorch's ConvTranspose). Weights are
/// row-major [channels, units / groups, kernel]; padding is cut off the output.</summary>
public abstract class TransposedConvolutionAttribute : KernelLayerAttribute
{
    /// <summary>Begins the declaration of a layer.</summary>
    /// <param name="units">the number of channels of the output, at least 1.</param>
    protected TransposedConvolutionAttribute(int units)
        : base(units)
    {
    }

    /// <summary>Gets or sets how many values are added behind the output along every axis, fewer than the stride or the dilation;
    /// none when left out.</summary>
    public int OutputPadding { get; set; }

    /// <summary>Gets or sets how many values are added behind the output along each axis.</summary>
    public int[]? OutputPaddings { get; set; }
}
