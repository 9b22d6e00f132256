namespace NeuralGen.Training;

/// <summary>The recall by name.</summary>
internal sealed class RecallMetric : Metric
{
    public override string Name => "recall";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.Recall(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.Recall(predictions, targets, outputSize, classification);
}
