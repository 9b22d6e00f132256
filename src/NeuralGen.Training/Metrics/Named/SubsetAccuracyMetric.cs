namespace NeuralGen.Training;

/// <summary>The share of rows all of whose labels are right by name.</summary>
internal sealed class SubsetAccuracyMetric : Metric
{
    public override string Name => "subset_accuracy";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.SubsetAccuracy(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.SubsetAccuracy(predictions, targets, outputSize, classification);
}
