namespace NeuralGen.Training;

/// <summary>A loss, a gradient or a parameter became infinite or no number.</summary>
/// <remarks>The network has the last parameters whose loss and gradient were finite: those with which the last finished step
/// began.</remarks>
public sealed class TrainingDivergedException : ArithmeticException
{
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

    internal TrainingDivergedException(string quantity, int epoch, long step, double loss, double learningRate)
        : base(FormattableString.Invariant($"Training diverged in epoch {epoch}, step {step}: {quantity} not finite (loss {loss}, learning rate {learningRate}). The last good parameters are restored. Try a smaller learning rate, a warm-up, a limit of the gradient (TrainerOptions.Clipping), or normalised inputs."))
    {
        Epoch = epoch;
        Step = step;
        Loss = loss;
        LearningRate = learningRate;
    }

    /// <summary>Gets the number of the epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>Gets the number of the step since the start of training, from 1.</summary>
    public long Step { get; }

    /// <summary>Gets the loss of the step, or the validation loss if that is not finite.</summary>
    public double Loss { get; }

    /// <summary>Gets the learning rate of the step.</summary>
    public double LearningRate { get; }
}
