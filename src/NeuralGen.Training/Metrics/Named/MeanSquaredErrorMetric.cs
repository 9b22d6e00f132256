namespace NeuralGen.Training;

/// <summary>The mean squared error by name.</summary>
internal sealed class MeanSquaredErrorMetric : Metric
{
    public override string Name => "mean_squared_error";

    public override bool IsHigherBetter => false;

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        RegressionMetrics.MeanSquaredError(predictions, targets);
}
