using System.ComponentModel;
using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions;

namespace NeuralGen;

/// <summary>Pools along one to three axes and their gradients, which emitted networks call. A pool of all pixels is one whose
/// kernel is as large as the input.</summary>
/// <remarks>Channels are last: [samples, pixels, channels]; the number of channels follows from the lengths. The methods are safe to
/// call from any thread and allocate nothing; the outputs of a sample do not depend on the samples beside it. A span that is written
/// must not overlap another.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PoolKernels
{
    /// <summary>Finds the largest value of each window; NaN where there is one. Padding never wins; a window without values
    /// gives negative infinity.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, channels]; overwritten.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Max(ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, int samples) =>
        PoolPasses<float, SingleArithmetic>.Max(input, output, PoolShape.Find(window, samples, (nameof(input), input.Length), (nameof(output), output.Length)));

    /// <summary>Adds each delta to the input that won: the first of the largest in row-major order of the window, or the last
    /// NaN, as in PyTorch.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="deltas">[samples, output pixels, channels]: the gradient by the output.</param>
    /// <param name="inputDeltas">[samples, input pixels, channels]: added to.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void MaxGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, int samples)
    {
        PoolShape shape = PoolShape.Find(window, samples, (nameof(input), input.Length), (nameof(deltas), deltas.Length));
        if (inputDeltas.Length != input.Length)
        {
            SpanLength.Throw(nameof(inputDeltas), inputDeltas.Length, input.Length);
        }

        PoolPasses<float, SingleArithmetic>.MaxGradient(input, deltas, inputDeltas, shape);
    }

    /// <summary>Computes the average of each window; 0 for a window without values.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, channels]; overwritten.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="countPadding">whether padding counts as values of 0; else averages are those of the input's values
    /// alone.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Average(ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, bool countPadding, int samples) =>
        PoolPasses<float, SingleArithmetic>.Average(input, output, PoolShape.Find(window, samples, (nameof(input), input.Length), (nameof(output), output.Length)), countPadding);

    /// <summary>Adds to each input its share of the deltas of the windows that it is in.</summary>
    /// <param name="deltas">[samples, output pixels, channels]: the gradient by the output.</param>
    /// <param name="inputDeltas">[samples, input pixels, channels]: added to.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="countPadding">whether padding counts as values of 0; else averages are those of the input's values
    /// alone.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AverageGradient(ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, bool countPadding, int samples) =>
        PoolPasses<float, SingleArithmetic>.AverageGradient(deltas, inputDeltas, PoolShape.Find(window, samples, (nameof(inputDeltas), inputDeltas.Length), (nameof(deltas), deltas.Length)), countPadding);
}
