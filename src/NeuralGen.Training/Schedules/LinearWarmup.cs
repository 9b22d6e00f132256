namespace NeuralGen.Training;

/// <summary>A learning rate that rises linearly at the start, after which another schedule begins (Goyal et al. 2017).</summary>
/// <remarks>For epoch &lt; n the rate is η·(f + (1 - f)·epoch/n), η being the other schedule's rate at its start; later it is the
/// other schedule's at epoch - n.</remarks>
/// <param name="epochs">the number n of epochs of the warm-up, above 0; it may be a fraction.</param>
/// <param name="then">the schedule after the warm-up.</param>
/// <param name="startFactor">the factor f at the start, at least 0 and less than 1. With 0 the first step changes
/// nothing.</param>
/// <exception cref="ArgumentOutOfRangeException">a value is outside its range.</exception>
public sealed class LinearWarmup(double epochs, LearningRateSchedule then, double startFactor = 0.1) : LearningRateSchedule
{
    /// <summary>Gets the number of epochs of the warm-up.</summary>
    public double Epochs { get; } = HyperParameter.Positive(epochs, nameof(epochs));

    /// <summary>Gets the schedule after the warm-up.</summary>
    public LearningRateSchedule Then { get; } = then ?? throw new ArgumentNullException(nameof(then));

    /// <summary>Gets the factor at the start.</summary>
    public double StartFactor { get; } = HyperParameter.Fraction(startFactor, nameof(startFactor));

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"linear warm-up {Epochs:R} epochs, start factor {StartFactor:R}, then {Then.Settings}");

    /// <inheritdoc/>
    public override double At(double epoch) =>
        epoch < Epochs
            ? Then.At(0) * (StartFactor + ((1 - StartFactor) * epoch / Epochs))
            : Then.At(epoch - Epochs);
}
