namespace NeuralGen.Training;

/// <summary>Reduces the learning rate when epochs bring no improvement any more: the schedule's rate is multiplied by a factor, again
/// and again.</summary>
/// <remarks>What has to improve is the validation loss, or the training loss if there is no validation, or a metric. The counting is
/// that of Keras: after <see cref="Patience"/> epochs in a row without improvement the rate is reduced, then
/// <see cref="Cooldown"/> epochs do not count.</remarks>
public sealed class ReduceLearningRateOnPlateau
{
    private readonly double _factor = 0.1;
    private readonly int _patience = 10;
    private readonly int _cooldown;
    private readonly double _minimum;
    private readonly double _minDelta = 1e-4;

    /// <summary>Gets the factor of every reduction, above 0 and less than 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double Factor
    {
        get => _factor;
        init => _factor = HyperParameter.Fraction(HyperParameter.Positive(value));
    }

    /// <summary>Gets the number of epochs in a row without improvement after which the rate is reduced, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 1.</exception>
    public int Patience
    {
        get => _patience;
        init => _patience = HyperParameter.AtLeast(1, value);
    }

    /// <summary>Gets the number of epochs after a reduction that do not count, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 0.</exception>
    public int Cooldown
    {
        get => _cooldown;
        init => _cooldown = HyperParameter.AtLeast(0, value);
    }

    /// <summary>Gets the rate below which it is not reduced, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 0 or not finite.</exception>
    public double Minimum
    {
        get => _minimum;
        init => _minimum = HyperParameter.NonNegative(value);
    }

    /// <summary>Gets the amount by which the loss has to fall, or the metric to get better, to count as an improvement, at least
    /// 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 0 or not finite.</exception>
    public double MinDelta
    {
        get => _minDelta;
        init => _minDelta = HyperParameter.NonNegative(value);
    }

    /// <summary>Gets the metric that has to improve, or null for the loss.</summary>
    public Metric? Metric { get; init; }

    /// <summary>Gets the settings as one line of text, which checkpoints hold.</summary>
    internal string Settings => FormattableString.Invariant(
        $"factor {Factor:R}, patience {Patience}, cooldown {Cooldown}, minimum {Minimum:R}, minimum delta {MinDelta:R}, {Metric?.Name ?? "loss"}");
}
