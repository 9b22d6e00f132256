namespace NeuralGen.Training;

/// <summary>What has to improve from epoch to epoch, as a number that has to fall.</summary>
internal static class MonitoredValue
{
    public static double Of(EpochResult result, Metric? metric) =>
        metric is null ? result.MonitoredLoss
        : metric.IsHigherBetter ? -result.Metrics[metric.Name]
        : result.Metrics[metric.Name];
}
