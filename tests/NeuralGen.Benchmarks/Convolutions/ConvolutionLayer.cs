namespace NeuralGen.Benchmarks.Convolutions;

/// <summary>A convolution of square images, as wide as they are, with zeros around them.</summary>
/// <param name="Kernel">The width of the kernel.</param>
/// <param name="Channels">The number of channels.</param>
/// <param name="Units">The number of units.</param>
/// <param name="Size">The width of the image.</param>
/// <param name="Groups">The number of groups.</param>
internal sealed record ConvolutionLayer(int Kernel, int Channels, int Units, int Size, int Groups = 1)
{
    public int Pixels => Size * Size;

    /// <summary>The number of values that a unit multiplies.</summary>
    public int Depth => Kernel * Kernel * Channels / Groups;

    /// <summary>The number of multiplications and additions, products with padding included.</summary>
    public double Operations => 2.0 * Pixels * Units * Depth;

    public string Name => $"{Kernel}×{Kernel} {(Groups == 1 ? $"{Channels} → {Units}" : $"depthwise {Channels}")} @ {Size}";

    public SpatialWindow Window() => new(
        [Size, Size], [Kernel, Kernel], [1, 1], [1, 1], [Kernel / 2, Kernel / 2], [Size, Size]);
}
