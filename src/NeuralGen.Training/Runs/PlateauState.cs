namespace NeuralGen.Training;

/// <summary>How often a run has reduced its learning rate, and how long it has been without improvement.</summary>
internal sealed class PlateauState(ReduceLearningRateOnPlateau? options)
{
    /// <summary>Gets or sets what the schedule's rate is multiplied by.</summary>
    public double Multiplier { get; set; } = 1;

    public double Best { get; set; } = double.PositiveInfinity;

    public int EpochsWithoutImprovement { get; set; }

    public int CooldownLeft { get; set; }

    /// <summary>Gets the rate in place of the schedule's.</summary>
    public double Rate(double scheduled) =>
        options is null || Multiplier == 1 ? scheduled : Math.Max(scheduled * Multiplier, Math.Min(scheduled, options.Minimum));

    public void Observe(EpochResult result)
    {
        if (options is null)
        {
            return;
        }

        bool isCooling = CooldownLeft > 0;
        CooldownLeft -= isCooling ? 1 : 0;
        double value = MonitoredValue.Of(result, options.Metric);
        if (value < Best - options.MinDelta)
        {
            Best = value;
            EpochsWithoutImprovement = 0;
        }
        else
        {
            EpochsWithoutImprovement = isCooling ? 0 : EpochsWithoutImprovement + 1;
        }

        // At the minimum there is nothing to reduce, and the multiplier stays a number.
        if (EpochsWithoutImprovement >= options.Patience && result.LearningRate > options.Minimum)
        {
            Multiplier *= options.Factor;
            EpochsWithoutImprovement = 0;
            CooldownLeft = options.Cooldown;
        }
    }
}
