using NeuralGen.Kernels.Arithmetic;

namespace NeuralGen.Kernels.Convolutions.Scalar;

/// <summary>A convolution and its gradients, value by value.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TArithmetic">its arithmetic.</typeparam>
internal static class ConvolutionLoops<T, TArithmetic>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    private static TArithmetic Arithmetic => default;

    /// <summary>Adds the sums of all units to the output.</summary>
    public static void Forward(ReadOnlySpan<T> weights, ReadOnlySpan<T> input, Span<T> output, in ConvolutionShape shape)
    {
        int taps = shape.Window.KernelSize, depth = shape.GroupChannels;
        for (int row = 0; row < shape.Samples * shape.Window.OutputPixels; row++)
        {
            Span<T> sums = output.Slice(row * shape.Units, shape.Units);
            foreach ((int tap, int pixel) in shape.Window.Taps(row % shape.Window.OutputPixels))
            {
                ReadOnlySpan<T> values = InputPixel(input, row, pixel, shape);
                for (int unit = 0; unit < sums.Length; unit++)
                {
                    ReadOnlySpan<T> group = values.Slice(unit / shape.GroupUnits * depth, depth);
                    int weight = (unit * depth * taps) + tap;
                    T sum = sums[unit];
                    for (int channel = 0; channel < group.Length; channel++, weight += taps)
                    {
                        sum = Arithmetic.MultiplyAdd(group[channel], weights[weight], sum);
                    }

                    sums[unit] = sum;
                }
            }
        }
    }

    /// <summary>Adds to the gradient by the input.</summary>
    public static void AddInputGradient(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in ConvolutionShape shape)
    {
        int taps = shape.Window.KernelSize, depth = shape.GroupChannels;
        for (int row = 0; row < shape.Samples * shape.Window.OutputPixels; row++)
        {
            ReadOnlySpan<T> delta = deltas.Slice(row * shape.Units, shape.Units);
            foreach ((int tap, int pixel) in shape.Window.Taps(row % shape.Window.OutputPixels))
            {
                Span<T> sums = inputDeltas.Slice(InputStart(row, pixel, shape), shape.Channels);
                for (int unit = 0; unit < delta.Length; unit++)
                {
                    Span<T> group = sums.Slice(unit / shape.GroupUnits * depth, depth);
                    int weight = (unit * depth * taps) + tap;
                    for (int channel = 0; channel < group.Length; channel++, weight += taps)
                    {
                        group[channel] = Arithmetic.MultiplyAdd(delta[unit], weights[weight], group[channel]);
                    }
                }
            }
        }
    }

    /// <summary>Adds to the gradient by the weights.</summary>
    public static void AddWeightGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, in ConvolutionShape shape)
    {
        int taps = shape.Window.KernelSize, depth = shape.GroupChannels;
        for (int row = 0; row < shape.Samples * shape.Window.OutputPixels; row++)
        {
            ReadOnlySpan<T> delta = deltas.Slice(row * shape.Units, shape.Units);
            foreach ((int tap, int pixel) in shape.Window.Taps(row % shape.Window.OutputPixels))
            {
                ReadOnlySpan<T> values = InputPixel(input, row, pixel, shape);
                for (int unit = 0; unit < delta.Length; unit++)
                {
                    ReadOnlySpan<T> group = values.Slice(unit / shape.GroupUnits * depth, depth);
                    int weight = (unit * depth * taps) + tap;
                    for (int channel = 0; channel < group.Length; channel++, weight += taps)
                    {
                        weightGradient[weight] = Arithmetic.MultiplyAdd(group[channel], delta[unit], weightGradient[weight]);
                    }
                }
            }
        }
    }

    /// <summary>Adds up all pixels.</summary>
    /// <param name="values">[pixels, sums].</param>
    /// <param name="sums">added to.</param>
    public static void AddPixels(ReadOnlySpan<T> values, Span<T> sums)
    {
        for (int start = 0; start < values.Length; start += sums.Length)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] = Arithmetic.Add(sums[i], values[start + i]);
            }
        }
    }

    private static ReadOnlySpan<T> InputPixel(ReadOnlySpan<T> input, int row, int pixel, in ConvolutionShape shape) =>
        input.Slice(InputStart(row, pixel, shape), shape.Channels);

    private static int InputStart(int row, int pixel, in ConvolutionShape shape) =>
        ((row / shape.Window.OutputPixels * shape.Window.InputPixels) + pixel) * shape.Channels;
}
