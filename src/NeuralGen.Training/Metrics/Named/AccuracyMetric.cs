namespace NeuralGen.Training;

/// <summary>The accuracy by name.</summary>
internal sealed class AccuracyMetric : Metric
{
    public override string Name => "accuracy";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.Accuracy(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.Accuracy(predictions, targets, outputSize, classification);
}
