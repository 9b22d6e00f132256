using System.Numerics;

namespace NeuralGen.Training;

/// <summary>What a checkpoint holds.</summary>
internal sealed record TrainingState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public required CheckpointSettings Settings { get; init; }

    public required TrainingPosition Position { get; init; }

    public required double LearningRate { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required T[] Parameters { get; init; }

    public required T[] Statistics { get; init; }

    /// <summary>Gets the parameters that a divergence in the next step restores.</summary>
    public required T[] LastGood { get; init; }

    public required long OptimizerSteps { get; init; }

    public required T[] OptimizerState { get; init; }

    public required EpochResult[] Results { get; init; }

    public required int BestEpoch { get; init; }

    public required double BestValue { get; init; }

    public required int EpochsWithoutImprovement { get; init; }

    public required double PlateauMultiplier { get; init; }

    public required double PlateauBest { get; init; }

    public required int PlateauEpochs { get; init; }

    public required int PlateauCooldown { get; init; }

    /// <summary>Gets the parameters at the beginning of the running epoch, if its loss is the one to improve.</summary>
    public required T[] EpochStart { get; init; }

    /// <summary>Gets the parameters at the beginning of the best epoch, if its loss is the one to improve.</summary>
    public required T[] BestStart { get; init; }

    public required T[] BestParameters { get; init; }
}
