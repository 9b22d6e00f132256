using System.ComponentModel;
using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions;

namespace NeuralGen;

/// <summary>Convolutions, transposed convolutions and their gradients, along one to three axes, which emitted networks
/// call.</summary>
/// <remarks>
/// <para>Channels are last: inputs [samples, pixels, channels], outputs [samples, pixels, units]. Weights are in PyTorch's order:
/// [units, channels / groups, kernel]; those of a transposed convolution are [channels, units / groups, kernel]. The numbers of
/// channels and units follow from the lengths.</para>
/// <para>The methods are safe to call from any thread, allocate nothing, and give the same bits on every run on one machine; the
/// order of additions, and with it the last bits, depends on the vectors that the machine has. The outputs of a sample do not
/// depend on the samples beside it. A span that is written must not overlap another.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ConvolutionKernels
{
    /// <summary>Computes output[s,p,u] = bias[u] + Σ input[s,q,c]·weights[u,c,k] over the taps k, where q is the pixel that tap k of pixel p
    /// reads, and the channels c of u's group.</summary>
    /// <param name="weights">[units, channels / groups, kernel].</param>
    /// <param name="bias">[units], or empty for none.</param>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Forward(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<float, SingleArithmetic>.Forward(weights, bias, input, output, window, groups, samples);

    /// <summary>Adds the gradient by the input: the sums over the outputs that read it of their delta times the weight.</summary>
    /// <param name="weights">[units, channels / groups, kernel].</param>
    /// <param name="deltas">[samples, output pixels, units]: the gradient by the output.</param>
    /// <param name="inputDeltas">[samples, input pixels, channels]: added to.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddInputGradient(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<float, SingleArithmetic>.AddInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    /// <summary>Adds the gradients by weights and bias: the sums over samples and pixels of the delta times the input that the weight
    /// multiplies, and of the deltas.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="deltas">[samples, output pixels, units]: the gradient by the output.</param>
    /// <param name="weightGradient">[units, channels / groups, kernel]; added to.</param>
    /// <param name="biasGradient">[units], added to; or empty for none.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="isFirst">whether the sums replace what is there instead of being added to it.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddParameterGradient(
        ReadOnlySpan<float> input, ReadOnlySpan<float> deltas, Span<float> weightGradient, Span<float> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst = false) =>
        ConvolutionPasses<float, SingleArithmetic>.AddParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);

    /// <summary>Computes a transposed convolution: output[s,p,u] = bias[u] + Σ input[s,q,c]·weights[c,u,k] over the taps k and pixels q,
    /// where tap k of q reads p in the convolution whose transposed this is, and the channels c of u's group.</summary>
    /// <param name="weights">[channels, units / groups, kernel].</param>
    /// <param name="bias">[units], or empty for none.</param>
    /// <param name="input">[samples, input pixels, channels]: the window's output pixels.</param>
    /// <param name="output">[samples, output pixels, units]: the window's input pixels; overwritten.</param>
    /// <param name="window">the window of the convolution whose transposed this is: its input is the output here.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void ForwardTransposed(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<float, SingleArithmetic>.ForwardTransposed(weights, bias, input, output, window, groups, samples);

    /// <summary>Adds the gradient of a transposed convolution by its input.</summary>
    /// <param name="weights">[channels, units / groups, kernel].</param>
    /// <param name="deltas">[samples, output pixels, units]: the gradient by the output.</param>
    /// <param name="inputDeltas">[samples, input pixels, channels]: added to.</param>
    /// <param name="window">the window of the convolution whose transposed this is: its input is the output here.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddTransposedInputGradient(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionPasses<float, SingleArithmetic>.AddTransposedInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    /// <summary>Adds the gradients of a transposed convolution by weights and bias.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="deltas">[samples, output pixels, units]: the gradient by the output.</param>
    /// <param name="weightGradient">[channels, units / groups, kernel]; added to.</param>
    /// <param name="biasGradient">[units], added to; or empty for none.</param>
    /// <param name="window">the window of the convolution whose transposed this is: its input is the output here.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="isFirst">whether the sums replace what is there instead of being added to it.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddTransposedParameterGradient(
        ReadOnlySpan<float> input, ReadOnlySpan<float> deltas, Span<float> weightGradient, Span<float> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst = false) =>
        ConvolutionPasses<float, SingleArithmetic>.AddTransposedParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);
}
