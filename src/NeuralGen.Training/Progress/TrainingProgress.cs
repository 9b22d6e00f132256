namespace NeuralGen.Training;

/// <summary>How far training is.</summary>
public readonly record struct TrainingProgress
{
    /// <summary>Gets the number of the epoch that is running or has just ended, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Gets the number of epochs that were asked for.</summary>
    public required int Epochs { get; init; }

    /// <summary>Gets the number of steps done since the start of training.</summary>
    public required long Step { get; init; }

    /// <summary>Gets the number of steps of all epochs.</summary>
    public required long Steps { get; init; }

    /// <summary>Gets the time since the start of training, without the time between a checkpoint and its
    /// resumption.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets the mean training loss of the epoch's rows so far.</summary>
    public required double Loss { get; init; }

    /// <summary>Gets the learning rate of the last step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Gets what came out of the epoch if it has just ended, else null.</summary>
    public EpochResult? Result { get; init; }

    /// <summary>Gets the mean loss of the validation rows if the epoch has just ended and there are any, else null.</summary>
    public double? ValidationLoss => Result?.ValidationLoss;

    /// <summary>Gets the metrics by name if the epoch has just ended, else null.</summary>
    public IReadOnlyDictionary<string, double>? Metrics => Result?.Metrics;
}
