using System.Numerics;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

public class ResumeTests
{
    public static TheoryData<int> OptimizerIndices => [0, 1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(OptimizerIndices))]
    public void InterruptionAfterAnyStepDoesNotChangeABitInSingle(int optimizer) => CheckAllSteps(() => Create<float>(optimizer));

    [Theory]
    [MemberData(nameof(OptimizerIndices))]
    public void InterruptionAfterAnyStepDoesNotChangeABitInDouble(int optimizer) => CheckAllSteps(() => Create<double>(optimizer));

    [Fact]
    public void PeriodicCheckpointsResumeToo()
    {
        Scenario<float> scenario = new(() => Create<float>(3));
        List<TrainingCheckpoint<float>> checkpoints = [];
        MlpNetwork<float> network = Scenario<float>.CreateNetwork();
        Trainer<float> trainer = scenario.CreateTrainer(checkpointEverySteps: 3);
        trainer.CheckpointReady = checkpoints.Add;
        TrainingHistory history = trainer.Fit(network, scenario.Data);

        Assert.Equal(Enumerable.Range(1, checkpoints.Count).Select(index => 3L * index), checkpoints.Select(checkpoint => checkpoint.Step));
        Assert.True(checkpoints.Count > 3);
        foreach (TrainingCheckpoint<float> checkpoint in checkpoints)
        {
            MlpNetwork<float> resumed = Scenario<float>.CreateNetwork();
            using MemoryStream stream = new();
            checkpoint.Save(stream);
            stream.Position = 0;
            TrainingHistory resumedHistory = scenario.CreateTrainer().Resume(TrainingCheckpoint.Load<float>(stream), resumed, scenario.Data);
            Assert.Equal(Bits.Of(history), Bits.Of(resumedHistory));
            Assert.Equal(Bits.Of<float>(network.Parameters), Bits.Of<float>(resumed.Parameters));
        }
    }

    [Fact]
    public void FinishedTrainingCanBeProlonged()
    {
        Scenario<float> scenario = new(() => Create<float>(3)) { Patience = 50 };
        MlpNetwork<float> network = Scenario<float>.CreateNetwork();
        TrainingHistory history = scenario.CreateTrainer(epochs: 7).Fit(network, scenario.Data);

        MlpNetwork<float> resumed = Scenario<float>.CreateNetwork();
        Trainer<float> first = scenario.CreateTrainer(epochs: 4);
        first.Fit(resumed, scenario.Data);
        TrainingHistory resumedHistory = scenario.CreateTrainer(epochs: 7).Resume(first.CreateCheckpoint(), resumed, scenario.Data);

        Assert.Equal(Bits.Of(history), Bits.Of(resumedHistory));
        Assert.Equal(Bits.Of<float>(network.Parameters), Bits.Of<float>(resumed.Parameters));
    }

    [Fact]
    public void DivergenceAfterResumptionRestoresTheSameParameters()
    {
        Scenario<float> scenario = new(() => Create<float>(3));
        MlpNetwork<float> network = Scenario<float>.CreateNetwork();
        network.FalsifyLoss = (call, loss) => call == 6 ? float.NaN : loss;
        Assert.Throws<TrainingDivergedException>(() => scenario.CreateTrainer().Fit(network, scenario.Data));

        (TrainingCheckpoint<float> checkpoint, _) = scenario.Interrupt(5);
        MlpNetwork<float> resumed = Scenario<float>.CreateNetwork();
        resumed.FalsifyLoss = (_, _) => float.NaN;
        Assert.Throws<TrainingDivergedException>(() => scenario.CreateTrainer().Resume(checkpoint, resumed, scenario.Data));

        Assert.Equal(Bits.Of<float>(network.Parameters), Bits.Of<float>(resumed.Parameters));
    }

    [Fact]
    public void CancellationKeepsTheParametersOfTheLastStep()
    {
        Scenario<float> scenario = new(() => Create<float>(3));
        float[] afterThree = [];
        MlpNetwork<float> watched = Scenario<float>.CreateNetwork();
        watched.BeforeGradient = call => afterThree = call == 4 ? watched.Parameters.ToArray() : afterThree;
        scenario.CreateTrainer().Fit(watched, scenario.Data);

        (TrainingCheckpoint<float> checkpoint, TrainingCanceledException exception) = scenario.Interrupt(3);

        Assert.Equal(3, exception.Step);
        Assert.Equal(3, checkpoint.Step);
        Assert.Equal(StopReason.Canceled, exception.History.StopReason);
        Assert.True(exception.CancellationToken.IsCancellationRequested);
        Assert.Equal(afterThree, scenario.LastNetwork!.Parameters.ToArray());
    }

    [Fact]
    public void WithoutTrainingThereIsNoCheckpoint() =>
        Assert.Throws<InvalidOperationException>(() => new Trainer<float>(new SgdOptimizer<float>()).CreateCheckpoint());

    private static void CheckAllSteps<T>(Func<Optimizer<T>> createOptimizer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Scenario<T> scenario = new(createOptimizer);
        MlpNetwork<T> network = Scenario<T>.CreateNetwork();
        Trainer<T> trainer = scenario.CreateTrainer();
        TrainingHistory history = trainer.Fit(network, scenario.Data);
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);

        for (int step = 0; step < network.GradientCalls; step++)
        {
            (TrainingCheckpoint<T> checkpoint, _) = scenario.Interrupt(step);
            MlpNetwork<T> resumed = Scenario<T>.CreateNetwork();
            resumed.Initialize(99);

            // A network whose normalisation has numbers of its own gets those of the checkpoint too.
            resumed.NeedsNormalization = step % 2 == 0;
            Trainer<T> second = scenario.CreateTrainer();
            TrainingHistory resumedHistory = second.Resume(checkpoint, resumed, scenario.Data);

            Assert.Equal(Bits.Of(history), Bits.Of(resumedHistory));
            Assert.Equal(Bits.Of<T>(network.Parameters), Bits.Of<T>(resumed.Parameters));
            Assert.Equal(Bits.Of<T>(network.Statistics), Bits.Of<T>(resumed.Statistics));
            Assert.Equal(Bits.Of<T>(trainer.Optimizer.State), Bits.Of<T>(second.Optimizer.State));
            Assert.Equal(trainer.Optimizer.StepCount, second.Optimizer.StepCount);
        }
    }

    private static Optimizer<T> Create<T>(int index)
        where T : unmanaged, IFloatingPointIeee754<T> => index switch
        {
            0 => new SgdOptimizer<T>(),
            1 => new SgdOptimizer<T> { Momentum = 0.9, Nesterov = true, WeightDecay = 1e-3 },
            2 => new RmsPropOptimizer<T> { Momentum = 0.5 },
            3 => new AdamOptimizer<T>(),
            4 => new AdamWOptimizer<T>(),
            _ => new RmsPropOptimizer<T> { Alpha = 0.9 },
        };
}
