namespace NeuralGen.Training;

/// <summary>The precision of all classes together by name.</summary>
internal sealed class MicroPrecisionMetric : Metric
{
    public override string Name => "micro_precision";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.MicroPrecision(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.MicroPrecision(predictions, targets, outputSize, classification);
}
