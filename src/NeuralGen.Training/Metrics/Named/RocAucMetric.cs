namespace NeuralGen.Training;

/// <summary>The area under the receiver operating characteristic by name.</summary>
internal sealed class RocAucMetric : Metric
{
    public override string Name => "roc_auc";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        NeuralGen.Training.RocAuc.Compute(predictions, targets, outputSize);

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification) =>
        NeuralGen.Training.RocAuc.Compute(predictions, targets, outputSize, classification);
}
