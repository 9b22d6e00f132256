using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions;

namespace NeuralGen;

/// <content>The overloads for numbers of double precision.</content>
public static partial class ConvolutionKernels
{
    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, SpatialWindow, int, int)"/>
    public static void Forward(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<double, DoubleArithmetic>.Forward(weights, bias, input, output, window, groups, samples);

    /// <inheritdoc cref="AddInputGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, SpatialWindow, int, int)"/>
    public static void AddInputGradient(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<double, DoubleArithmetic>.AddInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    /// <inheritdoc cref="AddParameterGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, SpatialWindow, int, int, bool)"/>
    public static void AddParameterGradient(
        ReadOnlySpan<double> input, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst = false) =>
        ConvolutionPasses<double, DoubleArithmetic>.AddParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);

    /// <inheritdoc cref="ForwardTransposed(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, SpatialWindow, int, int)"/>
    public static void ForwardTransposed(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<double, DoubleArithmetic>.ForwardTransposed(weights, bias, input, output, window, groups, samples);

    /// <inheritdoc cref="AddTransposedInputGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, SpatialWindow, int, int)"/>
    public static void AddTransposedInputGradient(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<double, DoubleArithmetic>.AddTransposedInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    /// <inheritdoc cref="AddTransposedParameterGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, SpatialWindow, int, int, bool)"/>
    public static void AddTransposedParameterGradient(
        ReadOnlySpan<double> input, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst = false) =>
        ConvolutionPasses<double, DoubleArithmetic>.AddTransposedParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);
}
