namespace NeuralGen.Training;

/// <summary>Remembers the best epoch, and counts those since then.</summary>
internal sealed class EarlyStopping(TrainerOptions options)
{
    public int BestEpoch { get; set; }

    /// <summary>Gets or sets the best value so far, as a number that has to fall.</summary>
    public double BestValue { get; set; } = double.PositiveInfinity;

    public int EpochsWithoutImprovement { get; set; }

    public bool IsExhausted => EpochsWithoutImprovement >= options.EarlyStoppingPatience;

    /// <summary>Gets a value indicating whether the network has the best parameters at the end.</summary>
    public bool RestoresBest => options.EarlyStoppingPatience is not null && options.RestoreBestWeights;

    /// <summary>Looks at an epoch.</summary>
    /// <returns>whether it is the best so far.</returns>
    public bool Observe(EpochResult result)
    {
        double value = MonitoredValue.Of(result, options.EarlyStoppingMetric);
        if (!(value < BestValue - options.EarlyStoppingMinDelta))
        {
            EpochsWithoutImprovement++;
            return false;
        }

        BestValue = value;
        BestEpoch = result.Epoch;
        EpochsWithoutImprovement = 0;
        return true;
    }
}
