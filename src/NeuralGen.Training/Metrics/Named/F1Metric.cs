namespace NeuralGen.Training;

/// <summary>The F1 score by name.</summary>
internal sealed class F1Metric : Metric
{
    public override string Name => "f1";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.F1(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.F1(predictions, targets, outputSize, classification);
}
