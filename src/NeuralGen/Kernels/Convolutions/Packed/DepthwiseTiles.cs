using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Pixels of a depthwise convolution, with vectors along the channels.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class DepthwiseTiles<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    /// <summary>Computes one vector of channels for a row; at its ends, taps that would read padding are left out.</summary>
    /// <param name="block">the channels and what is read.</param>
    /// <param name="width">the axis of the row.</param>
    /// <param name="first">the first pixel.</param>
    /// <param name="end">the one behind the last.</param>
    /// <param name="input">what the first tap of the row's first pixel would read.</param>
    /// <param name="output">the row's first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    public static void ForwardRow(in ConvolutionBlock block, in SpatialAxis width, int first, int end, float* input, float* output, float* residual)
    {
        for (int pixel = first; pixel < end;)
        {
            int firstTap = width.FirstTap(pixel), taps = width.EndTap(pixel) - firstTap, size = 1;
            if (taps == width.Kernel)
            {
                // Up to the last pixel whose window ends in the input.
                int last = Math.Min(end - 1, (width.Input - width.Span + width.PaddingBefore) / width.Stride);
                int left = last + 1 - pixel;
                size = left >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
            }

            float* source = input + (pixel * block.InputStep), target = output + (pixel * block.OutputStep);
            float* added = residual is null ? null : residual + (pixel * block.OutputStep);
            switch (size)
            {
                case 8:
                    Forward8(block, firstTap, taps, source, target, added);
                    break;
                case 4:
                    Forward4(block, firstTap, taps, source, target, added);
                    break;
                case 2:
                    Forward2(block, firstTap, taps, source, target, added);
                    break;
                default:
                    Forward1(block, firstTap, taps, source, target, added);
                    break;
            }

            pixel += size;
        }
    }
}
