namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>A convolution whose units fill only a part of a vector, as one of fewer pixels with more units: neighbouring pixels of the output lie side by
/// side in memory, and become the units of one wider pixel, which reads what all of them read.</summary>
/// <remarks>Each joined unit has weights of zero for what only its neighbours read. As long as these inputs are finite, sums of
/// one chain keep their order and their bits; longer ones are parted at other taps.</remarks>
internal static class JoinedPixels
{
    private const int NarrowestLanes = 4;

    /// <summary>The wider convolution; null where none is faster.</summary>
    /// <param name="weights">[units, channels / groups, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="mostLanes">the most lanes of a vector: 16, 8 or 4.</param>
    /// <param name="most">the share of the products of vectors that may be left.</param>
    public static BandedConvolution? Of(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes, double most = KernelThresholds.JoinedProducts)
    {
        int pixels = Pixels(shape, mostLanes, most);
        if (pixels == 1)
        {
            return null;
        }

        SpatialWindow window = shape.Window;
        SpatialAxis width = window.Width;
        int kernel = width.Kernel + ((pixels - 1) * width.Stride), units = shape.Units, rows = window.KernelSize / width.Kernel * shape.Channels;
        float[] joined = new float[pixels * units * rows * kernel];
        float[] joinedBias = new float[bias.IsEmpty ? 0 : pixels * units];
        for (int unit = 0; unit < pixels * units; unit++)
        {
            int start = unit / units * width.Stride;
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<float> taps = weights.Slice(((unit % units * rows) + row) * width.Kernel, width.Kernel);
                taps.CopyTo(joined.AsSpan((((unit * rows) + row) * kernel) + start));
            }

            if (!bias.IsEmpty)
            {
                joinedBias[unit] = bias[unit % units];
            }
        }

        SpatialAxis wide = new(width.Input, kernel, width.Stride * pixels, 1, width.PaddingBefore, width.Output / pixels, width.PaddingBehind);
        return new BandedConvolution(
            joined, joinedBias, ConvolutionShape.Of(window.WithWidth(wide), 1, shape.Channels, pixels * units, (nameof(weights), joined.Length)), mostLanes);
    }

    // As many as take the fewest products of vectors.
    private static int Pixels(in ConvolutionShape shape, int mostLanes, double most)
    {
        SpatialAxis width = shape.Window.Width;
        int best = 1;
        if (shape.Groups != 1 || width.Dilation != 1 || width.Kernel == 1)
        {
            return best;
        }

        double least = most * Products(shape, 1, mostLanes);
        for (int pixels = 2; pixels * shape.Units <= mostLanes; pixels *= 2)
        {
            double products = Products(shape, pixels, mostLanes);
            if (width.Output % pixels == 0 && products <= least)
            {
                (best, least) = (pixels, products);
            }
        }

        return best;
    }

    // Products of vectors, whatever their width, per pixel of the output and tap along the other axes.
    private static double Products(in ConvolutionShape shape, int pixels, int mostLanes)
    {
        SpatialAxis width = shape.Window.Width;
        int units = shape.Units * pixels, lanes = mostLanes;
        while (lanes > NarrowestLanes && lanes > units)
        {
            lanes /= 2;
        }

        int vectors = (units + lanes - 1) / lanes;
        return (double)vectors * (width.Kernel + ((pixels - 1) * width.Stride)) / pixels;
    }
}
