namespace NeuralGen.Training;

/// <summary>A learning rate that falls along half a cosine and then stays: m + (η - m)·(1 + cos(π·epoch/n))/2 (Loshchilov and
/// Hutter 2017, without restarts).</summary>
/// <param name="learningRate">the learning rate η at the start, above 0.</param>
/// <param name="epochs">the number n of epochs until the minimum, above 0.</param>
/// <param name="minimum">the learning rate m at the end, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">a value is outside its range.</exception>
public sealed class CosineDecay(double learningRate, double epochs, double minimum = 0) : LearningRateSchedule
{
    /// <summary>Gets the learning rate at the start.</summary>
    public double LearningRate { get; } = HyperParameter.Positive(learningRate, nameof(learningRate));

    /// <summary>Gets the number of epochs until the minimum.</summary>
    public double Epochs { get; } = HyperParameter.Positive(epochs, nameof(epochs));

    /// <summary>Gets the learning rate at the end.</summary>
    public double Minimum { get; } = HyperParameter.NonNegative(minimum, nameof(minimum));

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"cosine decay {LearningRate:R}, {Epochs:R} epochs, minimum {Minimum:R}");

    /// <inheritdoc/>
    public override double At(double epoch)
    {
        double progress = Math.Min(epoch / Epochs, 1);
        return Minimum + ((LearningRate - Minimum) * (1 + Math.Cos(Math.PI * progress)) / 2);
    }
}
