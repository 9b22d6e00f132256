namespace NeuralGen.Training;

/// <summary>The recall of all classes together by name.</summary>
internal sealed class MicroRecallMetric : Metric
{
    public override string Name => "micro_recall";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.MicroRecall(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.MicroRecall(predictions, targets, outputSize, classification);
}
