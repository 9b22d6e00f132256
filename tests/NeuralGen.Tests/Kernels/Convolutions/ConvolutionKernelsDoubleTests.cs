namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class ConvolutionKernelsDoubleTests : ConvolutionKernelsTests<double>
{
    protected override double Tolerance => 1e-12;

    protected override void Forward(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.Forward(weights, bias, input, output, window, groups, samples);

    protected override void AddInputGradient(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.AddInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    protected override void AddParameterGradient(
        ReadOnlySpan<double> input, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst) =>
        ConvolutionKernels.AddParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);

    protected override void ForwardTransposed(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.ForwardTransposed(weights, bias, input, output, window, groups, samples);

    protected override void AddTransposedInputGradient(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, int groups, int samples) =>
        ConvolutionKernels.AddTransposedInputGradient(weights, deltas, inputDeltas, window, groups, samples);

    protected override void AddTransposedParameterGradient(
        ReadOnlySpan<double> input, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst) =>
        ConvolutionKernels.AddTransposedParameterGradient(input, deltas, weightGradient, biasGradient, window, groups, samples, isFirst);
}
