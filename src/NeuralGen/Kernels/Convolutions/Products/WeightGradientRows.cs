using System.Buffers;
using System.Numerics;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>The gradient of a convolution by its weights as one product for each row of the output and each row of the kernel: what neighbouring taps of a row
/// read lies side by side already, so that nothing is gathered but zeros beside the rows.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class WeightGradientRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether a convolution's taps of a row read neighbouring pixels, of all channels.</summary>
    public static bool Fits(in ConvolutionShape shape) =>
        shape.Groups == 1 && (shape.Window.Width.Dilation == 1 || shape.Window.Width.Kernel == 1) && PaddedRows<T>.AreFew(shape);

    /// <summary>Adds to the gradient.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="deltas">[samples, output pixels, units].</param>
    /// <param name="weightGradient">[units, channels, kernel].</param>
    /// <param name="shape">the convolution.</param>
    public static void Add(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, in ConvolutionShape shape)
    {
        PaddedRows<T> rows = new(shape);
        T[] ordered = ArrayPool<T>.Shared.Rent(weightGradient.Length), room = ArrayPool<T>.Shared.Rent(rows.CopySize);
        ordered.AsSpan(0, weightGradient.Length).Clear();
        fixed (T* source = input, delta = deltas, sums = ordered, copy = room)
        {
            for (int sample = 0; sample < shape.Samples; sample++)
            {
                AddSample(rows.Of(source + ((nint)sample * shape.InputSize), copy), rows.Pitch, delta + ((nint)sample * shape.OutputSize), sums, shape);
            }
        }

        AddOrdered(ordered, shape, weightGradient);
        ArrayPool<T>.Shared.Return(ordered);
        ArrayPool<T>.Shared.Return(room);
    }

    // Sums are [taps, channels, units].
    private static void AddSample(T* input, nint pitch, T* deltas, T* sums, in ConvolutionShape shape)
    {
        SpatialWindow window = shape.Window;
        int width = window.Width.Kernel * shape.Channels;
        for (int row = 0; row < window.Depth.Output * window.Height.Output; row++)
        {
            int z = row / window.Height.Output, y = row % window.Height.Output;
            for (int depthTap = window.Depth.FirstTap(z); depthTap < window.Depth.EndTap(z); depthTap++)
            {
                for (int tap = window.Height.FirstTap(y); tap < window.Height.EndTap(y); tap++)
                {
                    nint plane = window.Depth.Start(z) + (depthTap * window.Depth.Dilation), line = window.Height.Start(y) + (tap * window.Height.Dilation);
                    MatrixProduct<T> product = new()
                    {
                        Left = input + (((plane * window.Height.Input) + line) * pitch),
                        LeftRow = 1,
                        LeftStep = window.Width.Stride * (nint)shape.Channels,
                        Right = deltas + (row * (nint)window.Width.Output * shape.Units),
                        RightStep = shape.Units,
                        Sums = sums + (((depthTap * window.Height.Kernel) + tap) * (nint)width * shape.Units),
                        SumsRow = shape.Units,
                        Rows = width,
                        Columns = shape.Units,
                        Depth = window.Width.Output,
                    };
                    product.Add();
                }
            }
        }
    }

    private static void AddOrdered(ReadOnlySpan<T> ordered, in ConvolutionShape shape, Span<T> gradient)
    {
        int taps = shape.Window.KernelSize, channels = shape.Channels, weight = 0;
        for (int unit = 0; unit < shape.Units; unit++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < taps; tap++, weight++)
                {
                    gradient[weight] += ordered[(((tap * channels) + channel) * shape.Units) + unit];
                }
            }
        }
    }
}
