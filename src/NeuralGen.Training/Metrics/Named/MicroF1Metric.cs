namespace NeuralGen.Training;

/// <summary>The F1 score of all classes together by name.</summary>
internal sealed class MicroF1Metric : Metric
{
    public override string Name => "micro_f1";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        ClassificationMetrics.MicroF1(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        ClassificationMetrics.MicroF1(predictions, targets, outputSize, classification);
}
