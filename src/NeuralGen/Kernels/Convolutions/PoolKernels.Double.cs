using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions;

namespace NeuralGen;

/// <content>The overloads for numbers of double precision.</content>
public static partial class PoolKernels
{
    /// <inheritdoc cref="Max(ReadOnlySpan{float}, Span{float}, SpatialWindow, int)"/>
    public static void Max(ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, int samples) =>
        PoolPasses<double, DoubleArithmetic>.Max(input, output, PoolShape.Find(window, samples, (nameof(input), input.Length), (nameof(output), output.Length)));

    /// <inheritdoc cref="MaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, SpatialWindow, int)"/>
    public static void MaxGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, int samples)
    {
        PoolShape shape = PoolShape.Find(window, samples, (nameof(input), input.Length), (nameof(deltas), deltas.Length));
        if (inputDeltas.Length != input.Length)
        {
            SpanLength.Throw(nameof(inputDeltas), inputDeltas.Length, input.Length);
        }

        PoolPasses<double, DoubleArithmetic>.MaxGradient(input, deltas, inputDeltas, shape);
    }

    /// <inheritdoc cref="Average(ReadOnlySpan{float}, Span{float}, SpatialWindow, bool, int)"/>
    public static void Average(ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, bool countPadding, int samples) =>
        PoolPasses<double, DoubleArithmetic>.Average(input, output, PoolShape.Find(window, samples, (nameof(input), input.Length), (nameof(output), output.Length)), countPadding);

    /// <inheritdoc cref="AverageGradient(ReadOnlySpan{float}, Span{float}, SpatialWindow, bool, int)"/>
    public static void AverageGradient(ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, bool countPadding, int samples) =>
        PoolPasses<double, DoubleArithmetic>.AverageGradient(deltas, inputDeltas, PoolShape.Find(window, samples, (nameof(inputDeltas), inputDeltas.Length), (nameof(deltas), deltas.Length)), countPadding);
}
