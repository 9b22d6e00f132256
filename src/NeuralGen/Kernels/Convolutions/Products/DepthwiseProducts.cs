using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

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
        if (Vector512.IsHardwareAccelerated && shape.Channels >= Vector512<T>.Count)
        {
            AddWeightGradient<Lanes512<T>, Vector512<T>>(input, deltas, weightGradient, shape);
        }
        else if (Vector256.IsHardwareAccelerated && shape.Channels >= Vector256<T>.Count)
        {
            AddWeightGradient<Lanes256<T>, Vector256<T>>(input, deltas, weightGradient, shape);
        }
        else if (shape.Channels >= Vector128<T>.Count)
        {
            AddWeightGradient<Lanes128<T>, Vector128<T>>(input, deltas, weightGradient, shape);
        }
        else
        {
            AddWeightGradient<ScalarLanes<T>, T>(input, deltas, weightGradient, shape);
        }
    }

    private static void AddWeightGradient<TLanes, TVector>(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, in ConvolutionShape shape)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
    {
        PaddedRows<T> rows = new(shape);
        int kernel = shape.Window.KernelSize, size = DepthwiseGradients<TLanes, TVector, T>.Vectors(shape.Channels) * kernel * TLanes.Count;
        T[] sums = ArrayPool<T>.Shared.Rent(size), room = ArrayPool<T>.Shared.Rent(rows.CopySize);
        sums.AsSpan(0, size).Clear();
        fixed (T* source = input, delta = deltas, taps = sums, copy = room)
        {
            for (int sample = 0; sample < shape.Samples; sample++)
            {
                DepthwiseGradients<TLanes, TVector, T>.AddSample(
                    rows.Of(source + ((nint)sample * shape.InputSize), copy), rows.Pitch, delta + ((nint)sample * shape.OutputSize), taps, shape);
            }
        }

        for (int channel = 0; channel < shape.Channels; channel++)
        {
            int vector = channel / TLanes.Count, lane = channel - Math.Min(vector * TLanes.Count, shape.Channels - TLanes.Count);
            for (int tap = 0; tap < kernel; tap++)
            {
                weightGradient[(channel * kernel) + tap] += sums[(((vector * kernel) + tap) * TLanes.Count) + lane];
            }
        }

        ArrayPool<T>.Shared.Return(sums);
        ArrayPool<T>.Shared.Return(room);
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
