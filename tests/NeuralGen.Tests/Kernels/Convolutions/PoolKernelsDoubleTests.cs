namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class PoolKernelsDoubleTests : PoolKernelsTests<double>
{
    protected override double Tolerance => 1e-14;

    protected override void Max(ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, int samples) =>
        PoolKernels.Max(input, output, window, samples);

    protected override void MaxGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, int samples) =>
        PoolKernels.MaxGradient(input, deltas, inputDeltas, window, samples);

    protected override void Average(ReadOnlySpan<double> input, Span<double> output, SpatialWindow window, bool countPadding, int samples) =>
        PoolKernels.Average(input, output, window, countPadding, samples);

    protected override void AverageGradient(ReadOnlySpan<double> deltas, Span<double> inputDeltas, SpatialWindow window, bool countPadding, int samples) =>
        PoolKernels.AverageGradient(deltas, inputDeltas, window, countPadding, samples);
}
