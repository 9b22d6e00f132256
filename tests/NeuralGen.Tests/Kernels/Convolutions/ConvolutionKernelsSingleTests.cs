namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class ConvolutionKernelsSingleTests : ConvolutionKernelsTests<float>
{
    protected override double Tolerance => 2e-5;

    protected override void Forward(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.Forward(weights, bias, input, output, window, groups, samples);

    protected override void AddInputGradient(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.AddInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    protected override void AddParameterGradient(
        ReadOnlySpan<float> input, ReadOnlySpan<float> deltas, Span<float> weightGradient, Span<float> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst) =>
        ConvolutionKernels.AddParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);

    protected override void ForwardTransposed(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.ForwardTransposed(weights, bias, input, output, window, groups, samples);

    protected override void AddTransposedInputGradient(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.AddTransposedInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    protected override void AddTransposedParameterGradient(
        ReadOnlySpan<float> input, ReadOnlySpan<float> deltas, Span<float> weightGradient, Span<float> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst) =>
        ConvolutionKernels.AddTransposedParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);
}
