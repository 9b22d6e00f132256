namespace NeuralGen.Training;

/// <summary>A learning rate that is multiplied by a factor every few epochs: η·γ^⌊epoch/n⌋, PyTorch's <c>StepLR</c>.</summary>
/// <param name="learningRate">the learning rate η at the start, above 0.</param>
/// <param name="everyEpochs">the number n of epochs between two changes, at least 1.</param>
/// <param name="factor">the factor γ, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">a value is outside its range.</exception>
public sealed class StepDecay(double learningRate, int everyEpochs, double factor = 0.1) : LearningRateSchedule
{
    /// <summary>Gets the learning rate at the start.</summary>
    public double LearningRate { get; } = HyperParameter.Positive(learningRate, nameof(learningRate));

    /// <summary>Gets the number of epochs between two changes.</summary>
    public int EveryEpochs { get; } = HyperParameter.AtLeast(1, everyEpochs, nameof(everyEpochs));

    /// <summary>Gets the factor of every change.</summary>
    public double Factor { get; } = HyperParameter.Positive(factor, nameof(factor));

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"step decay {LearningRate:R}, every {EveryEpochs} epochs, factor {Factor:R}");

    /// <inheritdoc/>
    public override double At(double epoch) => LearningRate * Math.Pow(Factor, Math.Floor(epoch / EveryEpochs));
}
