using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Pixels of a depthwise convolution, with vectors along the channels.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class DepthwiseTiles<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int Large = 8;
    private const int Small = 4;

    /// <summary>Computes one vector of channels for some pixels of a row.</summary>
    /// <param name="block">the channels and what is read.</param>
    /// <param name="input">what the first tap of the first pixel reads.</param>
    /// <param name="output">the first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    /// <param name="pixels">the number of pixels.</param>
    public static void ForwardRow(in ConvolutionBlock block, float* input, float* output, float* residual, int pixels)
    {
        if (pixels < Small)
        {
            Forward1(block, input, output, residual, pixels);
            return;
        }

        int done = pixels & -Large;
        ForwardLarge(block, input, output, residual, done / Large, 0, 0);
        while (done < pixels)
        {
            // A tile that ends with the row may compute pixels of the one before again.
            bool isLarge = pixels - done > Small && pixels >= Large;
            int size = isLarge ? Large : Small;
            int start = Math.Min(done, pixels - size);
            float* source = input + (start * block.InputStep), target = output + (start * block.OutputStep);
            float* added = residual is null ? null : residual + (start * block.OutputStep);
            if (isLarge)
            {
                ForwardLarge(block, source, target, added, 1, 0, 0);
            }
            else
            {
                Forward4(block, source, target, added, 1);
            }

            done = start + size;
        }
    }

    /// <summary>Computes one vector of channels for a whole row, whose first and last windows reach into padding that is nowhere in memory.</summary>
    /// <param name="block">the channels and what is read, with a kernel of a usual width.</param>
    /// <param name="input">what the first tap of the first pixel would read.</param>
    /// <param name="output">the first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    /// <param name="pixels">the number of pixels: at least <see cref="RowPlan.FewestInPlace"/>.</param>
    /// <param name="before">how many pixels of padding the first window reads.</param>
    /// <param name="behind">how many the last one reads.</param>
    public static void ForwardPaddedRow(in ConvolutionBlock block, float* input, float* output, float* residual, int pixels, int before, int behind)
    {
        int whole = pixels / Large, left = pixels % Large;
        ForwardLarge(block, input, output, residual, whole, before, Math.Max(0, behind - (left * block.Stride)));
        if (left > 0)
        {
            // The last tile ends with the row and computes pixels of the one before again.
            int start = pixels - Large;
            float* added = residual is null ? null : residual + (start * block.OutputStep);
            ForwardLarge(block, input + (start * block.InputStep), output + (start * block.OutputStep), added, 1, Math.Max(0, before - (start * block.Stride)), behind);
        }
    }

    // Kernels of the usual widths whose neighbouring taps read neighbouring pixels.
    private static void ForwardLarge(in ConvolutionBlock block, float* input, float* output, float* residual, int tiles, int before, int behind)
    {
        switch (block.KernelWidth, block.Stride)
        {
            case (3, 1):
                Forward8Width3(block, input, output, residual, tiles, before, behind);
                break;
            case (5, 1):
                Forward8Width5(block, input, output, residual, tiles, before, behind);
                break;
            case (3, 2):
                Forward8Width3Stride2(block, input, output, residual, tiles, before, behind);
                break;
            default:
                Forward8(block, input, output, residual, tiles);
                break;
        }
    }
}
