using System.Numerics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>The gradient of a depthwise convolution by its weights, a vector of channels at a time: the sums of the taps of a row stay in registers while a row
/// of pixels passes.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class DepthwiseGradients<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // More would not stay in registers.
    private const int MostTaps = 5;

    /// <summary>The number of vectors of channels; the last may overlap the one before it.</summary>
    /// <param name="channels">the number of channels, at least the lanes of a vector.</param>
    public static int Vectors(int channels) => (channels + TLanes.Count - 1) / TLanes.Count;

    /// <summary>Adds what a sample gives.</summary>
    /// <param name="input">the sample's rows of pixels, with padding beside them.</param>
    /// <param name="pitch">the distance of two rows.</param>
    /// <param name="deltas">[output pixels, channels].</param>
    /// <param name="sums">[vectors of channels, taps, lanes]: added to.</param>
    /// <param name="shape">the convolution.</param>
    public static void AddSample(T* input, nint pitch, T* deltas, T* sums, in ConvolutionShape shape)
    {
        SpatialWindow window = shape.Window;
        for (int row = 0; row < window.Depth.Output * window.Height.Output; row++, deltas += window.Width.Output * (nint)shape.Channels)
        {
            // All vectors of a row, which stays in the first cache.
            int z = row / window.Height.Output, y = row % window.Height.Output;
            for (int depthTap = window.Depth.FirstTap(z); depthTap < window.Depth.EndTap(z); depthTap++)
            {
                nint plane = (window.Depth.Start(z) + ((nint)depthTap * window.Depth.Dilation)) * window.Height.Input;
                for (int tap = window.Height.FirstTap(y); tap < window.Height.EndTap(y); tap++)
                {
                    T* line = input + ((plane + window.Height.Start(y) + (tap * window.Height.Dilation)) * pitch);
                    T* target = sums + (((depthTap * window.Height.Kernel) + tap) * window.Width.Kernel * TLanes.Count);
                    for (int vector = 0; vector < Vectors(shape.Channels); vector++, target += window.KernelSize * TLanes.Count)
                    {
                        int first = Math.Min(vector * TLanes.Count, shape.Channels - TLanes.Count);
                        AddRow(line + first, deltas + first, (TVector*)target, window.Width, shape.Channels);
                    }
                }
            }
        }
    }

    private static void AddRow(T* input, T* deltas, TVector* sums, in SpatialAxis width, int channels)
    {
        nint inputStep = width.Stride * (nint)channels, tapStep = width.Dilation * (nint)channels;
        for (int tap = 0; tap < width.Kernel; tap += MostTaps)
        {
            switch (Math.Min(MostTaps, width.Kernel - tap))
            {
                case 5: Add5(input, deltas, width.Output, inputStep, channels, tapStep, sums); break;
                case 4: Add4(input, deltas, width.Output, inputStep, channels, tapStep, sums); break;
                case 3: Add3(input, deltas, width.Output, inputStep, channels, tapStep, sums); break;
                case 2: Add2(input, deltas, width.Output, inputStep, channels, tapStep, sums); break;
                default: Add1(input, deltas, width.Output, inputStep, channels, tapStep, sums); break;
            }

            input += MostTaps * tapStep;
            sums += MostTaps;
        }
    }
}
