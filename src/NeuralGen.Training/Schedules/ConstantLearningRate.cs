namespace NeuralGen.Training;

/// <summary>The same learning rate throughout.</summary>
/// <param name="learningRate">the learning rate, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">the rate is not above 0.</exception>
public sealed class ConstantLearningRate(double learningRate) : LearningRateSchedule
{
    /// <summary>Gets the learning rate.</summary>
    public double LearningRate { get; } = HyperParameter.Positive(learningRate, nameof(learningRate));

    /// <inheritdoc/>
    public override string Settings => FormattableString.Invariant($"constant {LearningRate:R}");

    /// <inheritdoc/>
    public override double At(double epoch) => LearningRate;
}
