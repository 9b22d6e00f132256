using System.Numerics;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>Training with everything that a checkpoint has to hold: dropout, normalisation, a schedule, a validation split, early
/// stopping, class weights, clipping and metrics.</summary>
internal sealed class Scenario<T>(Func<Optimizer<T>> createOptimizer)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Patience { get; init; } = 2;

    public Dataset<T> Data { get; } = TestData.Random<T>(23, 3, seed: 7);

    public MlpNetwork<T>? LastNetwork { get; private set; }

    public static MlpNetwork<T> CreateNetwork()
    {
        MlpNetwork<T> network = new(3, 4, dropout: 0.25) { NeedsNormalization = true };
        network.Initialize(2);
        return network;
    }

    public Trainer<T> CreateTrainer(int epochs = 40, int checkpointEverySteps = 0) => new(createOptimizer(), new()
    {
        Epochs = epochs,
        BatchSize = 5,
        Seed = 11,
        LearningRate = new LinearWarmup(1.5, new CosineDecay(0.1, 40)),
        ValidationSplit = 0.2,
        EarlyStoppingPatience = Patience,
        EarlyStoppingMinDelta = 1e-3,
        ClassWeights = [1, 2],
        Clipping = GradientClipping.ByGlobalNorm(2),
        Metrics = [Metric.Accuracy, Metric.MeanSquaredError],
        CheckpointEverySteps = checkpointEverySteps,
    });

    /// <summary>Cancels training while a step runs (before the first for 0), and sends the checkpoint through a stream.</summary>
    public (TrainingCheckpoint<T> Checkpoint, TrainingCanceledException Exception) Interrupt(int step)
    {
        using CancellationTokenSource cancellation = new();
        LastNetwork = CreateNetwork();
        LastNetwork.BeforeGradient = call =>
        {
            if (call == step)
            {
                cancellation.Cancel();
            }
        };
        if (step == 0)
        {
            cancellation.Cancel();
        }

        Trainer<T> trainer = CreateTrainer();
        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(
            () => trainer.Fit(LastNetwork, Data, cancellationToken: cancellation.Token));
        using MemoryStream stream = new();
        trainer.SaveCheckpoint(stream);
        stream.Position = 0;
        return (TrainingCheckpoint.Load<T>(stream), exception);
    }
}
