namespace NeuralGen.Training;

/// <summary>A loss, a gradient or a parameter became infinite or no number.</summary>
/// <remarks>If training has early stopping and <see cref="TrainerOptions.RestoreBestWeights"/>, and an epoch is finished, the network
/// has the parameters of its best epoch. Otherwise it has the last parameters whose loss and gradient were finite: those with which
/// the last finished step began. These may be far off already; <see cref="BestParameters"/> are there in either case.</remarks>
public sealed class TrainingDivergedException : ArithmeticException
{
    private readonly (string Quantity, string Restored)? _text;

    /// <summary>Initializes a new instance of the <see cref="TrainingDivergedException"/> class.</summary>
    public TrainingDivergedException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TrainingDivergedException"/> class with a message.</summary>
    /// <param name="message">what happened.</param>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TrainingDivergedException"/> class with a message and a
    /// cause.</summary>
    /// <param name="message">what happened.</param>
    /// <param name="innerException">the cause.</param>
    public TrainingDivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TrainingDivergedException(string quantity, string restored, TrainingHistory history, IReadOnlyList<double> bestParameters)
    {
        _text = (quantity, restored);
        History = history;
        BestParameters = bestParameters;
    }

    /// <inheritdoc/>
    public override string Message => _text is { } text
        ? FormattableString.Invariant($"Training diverged in epoch {Epoch}, step {Step}: {text.Quantity} not finite (loss {Loss}, learning rate {LearningRate}). {text.Restored} Try a smaller learning rate, a warm-up, a limit of the gradient (TrainerOptions.Clipping), or normalised inputs.")
        : base.Message;

    /// <summary>Gets the number of the epoch, from 1.</summary>
    public int Epoch { get; internal init; }

    /// <summary>Gets the number of the step since the start of training, from 1.</summary>
    public long Step { get; internal init; }

    /// <summary>Gets the loss of the step, or the validation loss if that is not finite.</summary>
    public double Loss { get; internal init; }

    /// <summary>Gets the learning rate of the step.</summary>
    public double LearningRate { get; internal init; }

    /// <summary>Gets the finished epochs.</summary>
    public TrainingHistory History { get; } = new([], 0, StopReason.Diverged);

    /// <summary>Gets the parameters of the best epoch, <see cref="TrainingHistory.BestEpoch"/>, or none if no epoch is finished; of a
    /// network in single precision, they are its numbers exactly.</summary>
    public IReadOnlyList<double> BestParameters { get; } = [];
}
