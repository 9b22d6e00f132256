namespace NeuralGen.Training;

/// <summary>Training was cancelled between two steps.</summary>
/// <remarks>The network has the parameters after the last step, and <see cref="Trainer{T}.CreateCheckpoint"/> works, so that
/// training can go on later.</remarks>
public sealed class TrainingCanceledException : OperationCanceledException
{
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

    internal TrainingCanceledException(TrainingHistory history, long step, CancellationToken token)
        : base(FormattableString.Invariant($"Training was cancelled after {step} steps, with {history.Epochs.Count} epochs finished. The network has the parameters of that step."), token)
    {
        History = history;
        Step = step;
    }

    /// <summary>Gets the finished epochs.</summary>
    public TrainingHistory History { get; } = new([], 0, StopReason.Canceled);

    /// <summary>Gets the number of steps since the start of training.</summary>
    public long Step { get; }
}
