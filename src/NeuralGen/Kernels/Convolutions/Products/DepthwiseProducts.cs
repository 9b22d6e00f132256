using System.Buffers;
using System.Numerics;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>A depthwise convolution and its gradients as products of pixels with the weights of a tap, or with deltas, channel by
/// channel.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class DepthwiseProducts<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds the sums of all channels to the output.</summary>
    public static void Forward(ReadOnlySpan<T> weights, ReadOnlySpan<T> input, Span<T> output, in ConvolutionShape shape)
    {
        T[] columns = ByTaps(weights, shape);
        fixed (T* source = input, target = output, taps = columns)
        {
            Visit(target, source, taps, shape, &AddToFirst);
        }

        ArrayPool<T>.Shared.Return(columns);
    }

    /// <summary>Adds to the gradient by the input.</summary>
    public static void AddInputGradient(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in ConvolutionShape shape)
    {
        T[] columns = ByTaps(weights, shape);
        fixed (T* delta = deltas, target = inputDeltas, taps = columns)
        {
            Visit(delta, target, taps, shape, &AddToSecond);
        }

        ArrayPool<T>.Shared.Return(columns);
    }

    /// <summary>Adds to the gradient by the weights.</summary>
    public static void AddWeightGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, in ConvolutionShape shape)
    {
        int kernel = shape.Window.KernelSize;
        T[] sums = ArrayPool<T>.Shared.Rent(weightGradient.Length);
        sums.AsSpan(0, weightGradient.Length).Clear();
        fixed (T* source = input, delta = deltas, taps = sums)
        {
            Visit(delta, source, taps, shape, &AddToThird);
        }

        for (int i = 0; i < weightGradient.Length; i++)
        {
            weightGradient[i] += sums[(i % kernel * shape.Channels) + (i / kernel)];
        }

        ArrayPool<T>.Shared.Return(sums);
    }

    // Every pixel of the output with each pixel of the input that it reads, and the weights of the tap.
    private static void Visit(T* output, T* input, T* taps, in ConvolutionShape shape, delegate*<T*, T*, T*, int, void> add)
    {
        int channels = shape.Channels;
        for (int sample = 0; sample < shape.Samples; sample++, input += shape.InputSize)
        {
            for (int pixel = 0; pixel < shape.Window.OutputPixels; pixel++, output += channels)
            {
                foreach ((int tap, int source) in shape.Window.Taps(pixel))
                {
                    add(output, input + ((nint)source * channels), taps + ((nint)tap * channels), channels);
                }
            }
        }
    }

    private static void AddToFirst(T* output, T* input, T* taps, int channels) => ElementProducts.Add(input, taps, output, channels);

    private static void AddToSecond(T* output, T* input, T* taps, int channels) => ElementProducts.Add(output, taps, input, channels);

    private static void AddToThird(T* output, T* input, T* taps, int channels) => ElementProducts.Add(output, input, taps, channels);

    // [taps, channels].
    private static T[] ByTaps(ReadOnlySpan<T> weights, in ConvolutionShape shape)
    {
        int kernel = shape.Window.KernelSize;
        T[] columns = ArrayPool<T>.Shared.Rent(weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            columns[(i % kernel * shape.Channels) + (i / kernel)] = weights[i];
        }

        return columns;
    }
}
