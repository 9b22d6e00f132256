using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Remembers the best epoch, and its parameters if they are to be restored.</summary>
internal sealed class EarlyStopping<T>(TrainerOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public int BestEpoch { get; set; }

    public double BestLoss { get; set; } = double.PositiveInfinity;

    public int EpochsWithoutImprovement { get; set; }

    /// <summary>Gets or sets the parameters of the best epoch; empty if they are not wanted or not known yet.</summary>
    public T[] BestParameters { get; set; } = [];

    public bool IsExhausted => EpochsWithoutImprovement >= options.EarlyStoppingPatience;

    private bool KeepsBest => options.EarlyStoppingPatience is not null && options.RestoreBestWeights;

    public void Observe(EpochResult result, ReadOnlySpan<T> parameters)
    {
        if (!(result.MonitoredLoss < BestLoss - options.EarlyStoppingMinDelta))
        {
            EpochsWithoutImprovement++;
            return;
        }

        BestLoss = result.MonitoredLoss;
        BestEpoch = result.Epoch;
        EpochsWithoutImprovement = 0;
        if (KeepsBest)
        {
            BestParameters = BestParameters.Length == 0 ? new T[parameters.Length] : BestParameters;
            parameters.CopyTo(BestParameters);
        }
    }
}
