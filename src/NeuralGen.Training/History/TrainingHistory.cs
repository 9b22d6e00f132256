namespace NeuralGen.Training;

/// <summary>What came out of training, epoch by epoch.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, int bestEpoch, StopReason stopReason)
    {
        Epochs = epochs;
        BestEpoch = bestEpoch;
        StopReason = stopReason;
    }

    /// <summary>Gets the finished epochs.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>Gets the number of the epoch, from 1, with the last improvement of the monitored loss or metric, or 0 if no
    /// epoch is finished.</summary>
    public int BestEpoch { get; }

    /// <summary>Gets why training ended.</summary>
    public StopReason StopReason { get; }

    /// <summary>Gets the training losses, one per epoch.</summary>
    public IReadOnlyList<double> Losses => [.. Epochs.Select(epoch => epoch.Loss)];

    /// <summary>Gets the validation losses, one per epoch, or none if there was no validation.</summary>
    public IReadOnlyList<double> ValidationLosses => [.. Epochs.Select(epoch => epoch.ValidationLoss).OfType<double>()];

    /// <summary>Gets the values of a metric, one per epoch.</summary>
    /// <param name="name">the metric's name.</param>
    /// <returns>the values.</returns>
    /// <exception cref="ArgumentException">the metric was not computed.</exception>
    public IReadOnlyList<double> Metric(string name) =>
        Epochs.All(epoch => epoch.Metrics.ContainsKey(name))
            ? [.. Epochs.Select(epoch => epoch.Metrics[name])]
            : throw new ArgumentException($"The metric '{name}' was not computed.", nameof(name));
}
