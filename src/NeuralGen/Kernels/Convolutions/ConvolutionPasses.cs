#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Convolutions.Packed;
using NeuralGen.Kernels.Convolutions.Products;
#endif
using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions.Scalar;

namespace NeuralGen.Kernels.Convolutions;

/// <summary>The passes of <see cref="ConvolutionKernels"/> in either precision: checks, bias, and the choice of loops.</summary>
/// <remarks>A transposed convolution takes what a convolution gives, and gives what that takes: its forward pass is the
/// convolution's gradient by the input, and its gradient by the input the convolution's forward pass.</remarks>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TArithmetic">its arithmetic.</typeparam>
internal static class ConvolutionPasses<T, TArithmetic>
#if NET
    where T : unmanaged, IFloatingPointIeee754<T>
#else
    where T : unmanaged
#endif
    where TArithmetic : struct, IArithmetic<T>
{
    public static void Forward(
        ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<T> input, Span<T> output, SpatialWindow window, int groups, int samples)
    {
        ConvolutionShape shape = ConvolutionShape.Find(
            window, groups, samples, (nameof(input), input.Length), (nameof(output), output.Length), (nameof(weights), weights.Length));
        shape.CheckBias(nameof(bias), bias.Length, shape.Units);
#if NET
        if (typeof(T) == typeof(float) && Vector128.IsHardwareAccelerated && ChangingConvolution.Fits(shape, Single(weights)))
        {
            ChangingConvolution.Of(shape).Forward(Single(weights), Single(bias), Single(input), Single(output), samples);
            return;
        }
#endif
        FillPixels(bias, output);
        AddForward(weights, input, output, shape);
    }

    public static void AddInputGradient(
        ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, SpatialWindow window, int groups, int samples)
    {
        ConvolutionShape shape = ConvolutionShape.Find(
            window, groups, samples, (nameof(inputDeltas), inputDeltas.Length), (nameof(deltas), deltas.Length), (nameof(weights), weights.Length));
#if NET
        if (typeof(T) == typeof(float) && Vector128.IsHardwareAccelerated && !shape.Window.IsPlain
            && ChangingConvolution.Fits(shape, Single(weights)) && ChangingConvolution.Of(shape) is { HasBackward: true } convolution)
        {
            convolution.AddInputGradient(Single(weights), Single(deltas), Single(inputDeltas), samples);
            return;
        }
#endif
        AddBackward(weights, deltas, inputDeltas, shape);
    }

    public static void AddParameterGradient(
        ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst)
    {
        ConvolutionShape shape = ConvolutionShape.Find(
            window, groups, samples, (nameof(input), input.Length), (nameof(deltas), deltas.Length), (nameof(weightGradient), weightGradient.Length));
        shape.CheckBias(nameof(biasGradient), biasGradient.Length, shape.Units);
        AddGradients(input, deltas, deltas, weightGradient, biasGradient, shape, isFirst);
    }

    public static void ForwardTransposed(
        ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<T> input, Span<T> output, SpatialWindow window, int groups, int samples)
    {
        ConvolutionShape shape = ConvolutionShape.Find(
            window, groups, samples, (nameof(output), output.Length), (nameof(input), input.Length), (nameof(weights), weights.Length));
        shape.CheckBias(nameof(bias), bias.Length, shape.Channels);
        FillPixels(bias, output);
        AddBackward(weights, input, output, shape);
    }

    public static void AddTransposedInputGradient(
        ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, SpatialWindow window, int groups, int samples)
    {
        ConvolutionShape shape = ConvolutionShape.Find(
            window, groups, samples, (nameof(deltas), deltas.Length), (nameof(inputDeltas), inputDeltas.Length), (nameof(weights), weights.Length));
        AddForward(weights, deltas, inputDeltas, shape);
    }

    public static void AddTransposedParameterGradient(
        ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst)
    {
        ConvolutionShape shape = ConvolutionShape.Find(
            window, groups, samples, (nameof(deltas), deltas.Length), (nameof(input), input.Length), (nameof(weightGradient), weightGradient.Length));
        shape.CheckBias(nameof(biasGradient), biasGradient.Length, shape.Channels);
        AddGradients(deltas, input, deltas, weightGradient, biasGradient, shape, isFirst);
    }

#if NET
    private static ReadOnlySpan<float> Single(ReadOnlySpan<T> values) => MemoryMarshal.Cast<T, float>(values);

    private static Span<float> Single(Span<T> values) => MemoryMarshal.Cast<T, float>(values);
#endif

    private static void AddForward(ReadOnlySpan<T> weights, ReadOnlySpan<T> input, Span<T> output, in ConvolutionShape shape)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            if (shape.IsDepthwise)
            {
                DepthwiseProducts<T>.Forward(weights, input, output, shape);
            }
            else
            {
                ConvolutionProducts<T>.Forward(weights, input, output, shape);
            }

            return;
        }
#endif
        ConvolutionLoops<T, TArithmetic>.Forward(weights, input, output, shape);
    }

    private static void AddBackward(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in ConvolutionShape shape)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            if (shape.IsDepthwise)
            {
                DepthwiseProducts<T>.AddInputGradient(weights, deltas, inputDeltas, shape);
            }
            else
            {
                ConvolutionProducts<T>.AddInputGradient(weights, deltas, inputDeltas, shape);
            }

            return;
        }
#endif
        ConvolutionLoops<T, TArithmetic>.AddInputGradient(weights, deltas, inputDeltas, shape);
    }

    private static void AddWeights(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, in ConvolutionShape shape)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            if (shape.IsDepthwise && PaddedRows<T>.AreFew(shape))
            {
                DepthwiseProducts<T>.AddWeightGradient(input, deltas, weightGradient, shape);
            }
            else if (WeightGradientRows<T>.Fits(shape) && KernelThresholds.IsFasterByRows(shape))
            {
                WeightGradientRows<T>.Add(input, deltas, weightGradient, shape);
            }
            else
            {
                ConvolutionProducts<T>.AddWeightGradient(input, deltas, weightGradient, shape);
            }

            return;
        }
#endif
        ConvolutionLoops<T, TArithmetic>.AddWeightGradient(input, deltas, weightGradient, shape);
    }

    private static void AddGradients(
        ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, ReadOnlySpan<T> outputDeltas, Span<T> weightGradient, Span<T> biasGradient, in ConvolutionShape shape, bool isFirst)
    {
        if (isFirst)
        {
            weightGradient.Clear();
            biasGradient.Clear();
        }

        AddWeights(input, deltas, weightGradient, shape);
        if (!biasGradient.IsEmpty)
        {
            ConvolutionLoops<T, TArithmetic>.AddPixels(outputDeltas, biasGradient);
        }
    }

    private static void FillPixels(ReadOnlySpan<T> bias, Span<T> output)
    {
        if (bias.IsEmpty)
        {
            output.Clear();
            return;
        }

        for (int start = 0; start < output.Length; start += bias.Length)
        {
            bias.CopyTo(output.Slice(start));
        }
    }
}
