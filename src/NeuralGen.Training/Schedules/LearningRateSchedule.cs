namespace NeuralGen.Training;

/// <summary>The learning rate over the course of training.</summary>
/// <remarks>Time is measured in epochs, with a fraction within an epoch: the step number s from 0 is at epoch s/(steps per
/// epoch). A schedule therefore means the same with every batch size and number of rows, and a warm-up can last half an
/// epoch. The rate is asked for before every step.</remarks>
public abstract class LearningRateSchedule
{
    /// <summary>Gets the schedule's name and settings as one line of text; a checkpoint can be resumed only with a schedule of
    /// the same settings.</summary>
    public abstract string Settings { get; }

    /// <summary>Makes a constant learning rate.</summary>
    /// <param name="learningRate">the learning rate, above 0.</param>
    public static implicit operator LearningRateSchedule(double learningRate) => FromDouble(learningRate);

    /// <summary>Makes a constant learning rate.</summary>
    /// <param name="learningRate">the learning rate, above 0.</param>
    /// <returns>the schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the rate is not above 0.</exception>
    public static LearningRateSchedule FromDouble(double learningRate) => new ConstantLearningRate(learningRate);

    /// <summary>Gets the learning rate at a time.</summary>
    /// <param name="epoch">the time in epochs since the start of training, at least 0.</param>
    /// <returns>the learning rate.</returns>
    public abstract double At(double epoch);
}
