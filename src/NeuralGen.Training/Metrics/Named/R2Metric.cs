namespace NeuralGen.Training;

/// <summary>The coefficient of determination by name.</summary>
internal sealed class R2Metric : Metric
{
    public override string Name => "r2";

    public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) =>
        RegressionMetrics.R2(predictions, targets, outputSize);
}
