namespace NeuralGen.Training;

/// <summary>The root mean squared error by name.</summary>
internal sealed class RootMeanSquaredErrorMetric : Metric
{
    public override string Name => "root_mean_squared_error";

    public override bool IsHigherBetter => false;

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        RegressionMetrics.RootMeanSquaredError(predictions, targets, outputSize);
}
