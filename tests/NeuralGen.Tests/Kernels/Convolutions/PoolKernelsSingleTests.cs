namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class PoolKernelsSingleTests : PoolKernelsTests<float>
{
    protected override double Tolerance => 2e-6;

    protected override void Max(ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, int samples) =>
        PoolKernels.Max(input, output, window, samples);

    protected override void MaxGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, int samples) =>
        PoolKernels.MaxGradient(input, deltas, inputDeltas, window, samples);

    protected override void Average(ReadOnlySpan<float> input, Span<float> output, SpatialWindow window, bool countPadding, int samples) =>
        PoolKernels.Average(input, output, window, countPadding, samples);

    protected override void AverageGradient(ReadOnlySpan<float> deltas, Span<float> inputDeltas, SpatialWindow window, bool countPadding, int samples) =>
        PoolKernels.AverageGradient(deltas, inputDeltas, window, countPadding, samples);
}
