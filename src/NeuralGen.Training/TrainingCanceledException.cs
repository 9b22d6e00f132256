namespace NeuralGen.Training;

/// <summary>Training was cancelled between two steps.</summary>
/// <remarks>The network has the parameters after the last step, and <see cref="Trainer{T}.CreateCheckpoint"/> works, so that
/// training can go on later. Those of the best epoch are in <see cref="BestParameters"/> and in
/// <see cref="Trainer{T}.BestParameters"/>.</remarks>
public sealed class TrainingCanceledException : OperationCanceledException
{
    private readonly Lazy<IReadOnlyList<double>> _bestParameters = new([]);

    /// <summary>Initializes a new instance of the <see cref="TrainingCanceledException"/> class.</summary>
    public TrainingCanceledException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TrainingCanceledException"/> class with a message.</summary>
    /// <param name="message">what happened.</param>
    public TrainingCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TrainingCanceledException"/> class with a message and a
    /// cause.</summary>
    /// <param name="message">what happened.</param>
    /// <param name="innerException">the cause.</param>
    public TrainingCanceledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TrainingCanceledException(TrainingHistory history, long step, Func<IReadOnlyList<double>> bestParameters, CancellationToken token)
        : base(Text(history, step), token)
    {
        History = history;
        Step = step;
        _bestParameters = new(bestParameters);
    }

    /// <summary>Gets the finished epochs.</summary>
    public TrainingHistory History { get; } = new([], 0, StopReason.Canceled);

    /// <summary>Gets the number of steps since the start of training.</summary>
    public long Step { get; }

    /// <summary>Gets the parameters of the best epoch, <see cref="TrainingHistory.BestEpoch"/>, or none if no epoch is finished; of a
    /// network in single precision, they are its numbers exactly.</summary>
    /// <remarks>Without validation they are found when they are first asked for, which computes the loss of the training rows
    /// twice; the network must not be training then.</remarks>
    public IReadOnlyList<double> BestParameters => _bestParameters.Value;

    private static string Text(TrainingHistory history, long step)
    {
        string best = history.BestEpoch == 0 ? string.Empty : FormattableString.Invariant($" Those of the best epoch, {history.BestEpoch}, are in BestParameters.");
        return FormattableString.Invariant($"Training was cancelled after {step} steps, with {history.Epochs.Count} epochs finished. The network has the parameters of that step.{best}");
    }
}
