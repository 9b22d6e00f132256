namespace NeuralGen.Training;

/// <summary>The mean absolute error by name.</summary>
internal sealed class MeanAbsoluteErrorMetric : Metric
{
    public override string Name => "mean_absolute_error";

    public override bool IsHigherBetter => false;

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        RegressionMetrics.MeanAbsoluteError(predictions, targets);
}
