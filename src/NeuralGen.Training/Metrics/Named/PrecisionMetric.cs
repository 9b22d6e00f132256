namespace NeuralGen.Training;

/// <summary>The precision by name.</summary>
internal sealed class PrecisionMetric : Metric
{
    public override string Name => "precision";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.Precision(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.Precision(predictions, targets, outputSize, classification);
}
