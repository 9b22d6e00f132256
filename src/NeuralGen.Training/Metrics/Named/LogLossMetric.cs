namespace NeuralGen.Training;

/// <summary>The logarithmic loss by name.</summary>
internal sealed class LogLossMetric : Metric
{
    public override string Name => "log_loss";

    public override bool IsHigherBetter => false;

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.LogLoss(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.LogLoss(predictions, targets, outputSize, classification);
}
