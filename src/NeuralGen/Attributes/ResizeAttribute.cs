namespace NeuralGen;

/// <summary>Declares a sequence, an image or a volume of shape [channels, ...] brought to another size (PyTorch's <c>interpolate</c>).</summary>
/// <param name="mode">what stands between the values.</param>
public sealed class ResizeAttribute(ResizeMode mode = ResizeMode.Nearest) : LayerAttribute
{
    /// <summary>Gets what stands between the values.</summary>
    public ResizeMode Mode { get; } = mode;

    /// <summary>Gets or sets the size along every axis.</summary>
    public int Size { get; set; }

    /// <summary>Gets or sets the size along each axis.</summary>
    public int[]? Sizes { get; set; }

    /// <summary>Gets or sets the factor of the size along every axis, which is rounded down.</summary>
    public double Scale { get; set; }

    /// <summary>Gets or sets the factor along each axis.</summary>
    public double[]? Scales { get; set; }

    /// <summary>Gets or sets a value indicating whether the first and the last values stay where they are, of linear and cubic ones;
    /// else their outer edges do.</summary>
    public bool AlignCorners { get; set; }
}
