using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>The learning rate that is reduced when nothing improves.</summary>
public class PlateauTests
{
    // After every epoch; the expected rates are those of Keras' ReduceLROnPlateau for the same values, in the epochs after them.
    private static readonly double[] Losses = [5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3];

    [Fact]
    public void TheRateFallsAfterThePatience() => Check(
        new() { Factor = 0.5, Patience = 2, MinDelta = 0 }, 1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125, 0.125);

    [Fact]
    public void EpochsOfTheCooldownDoNotCount() => Check(
        new() { Factor = 0.5, Patience = 2, Cooldown = 1, MinDelta = 0 }, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125);

    [Fact]
    public void TheRateDoesNotFallBelowTheMinimum() => Check(
        new() { Factor = 0.5, Patience = 1, Minimum = 0.3, MinDelta = 0 }, 1, 1, 1, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3);

    [Fact]
    public void SmallImprovementsDoNotCount() => Check(
        new() { Factor = 0.5, Patience = 4, MinDelta = 1 }, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5);

    [Fact]
    public void TheScheduleGoesOnBelow()
    {
        TrainingHistory history = Fit(new() { Factor = 0.5, Patience = 2, MinDelta = 0 }, new StepDecay(1, 4, 0.1));
        double[] expected = [1, 1, 1, 1, 0.05, 0.05, 0.025, 0.025, 0.0025, 0.0025, 0.00125, 0.00125];
        Assert.All(expected.Zip(history.Epochs), pair => Assert.Equal(pair.First, pair.Second.LearningRate, 1e-15));
    }

    [Fact]
    public void AMetricCanHaveToImprove()
    {
        TrainingHistory history = Fit(new() { Factor = 0.5, Patience = 2, Metric = Metric.MeanSquaredError, MinDelta = 0 }, 1);
        Assert.Equal(12, history.Metric("mean_squared_error").Count);

        // The prediction is the parameter, which grows, and the target is 0.
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.25], history.Epochs.Take(6).Select(epoch => epoch.LearningRate));
    }

    [Fact]
    public void InterruptionsAnywhereDoNotChangeABit()
    {
        Dataset<double> data = TestData.Random<double>(23, 3, seed: 7);
        TrainerOptions Options(int every) => new()
        {
            Epochs = 25,
            BatchSize = 5,
            LearningRate = 0.3,
            ValidationSplit = 0.3,
            StratifiedValidationSplit = true,
            EarlyStoppingMetric = Metric.MeanAbsoluteError,
            EarlyStoppingPatience = 12,
            ReduceOnPlateau = new() { Factor = 0.5, Patience = 2, Cooldown = 2, Minimum = 0.01 },
            CheckpointEverySteps = every,
        };
        List<TrainingCheckpoint<double>> checkpoints = [];
        MlpNetwork<double> network = Scenario<double>.CreateNetwork();
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(1)) { CheckpointReady = checkpoints.Add };
        TrainingHistory history = trainer.Fit(network, data);
        Assert.True(history.Epochs[^1].LearningRate < 0.1);
        foreach (TrainingCheckpoint<double> checkpoint in checkpoints)
        {
            using MemoryStream stream = new();
            checkpoint.Save(stream);
            stream.Position = 0;
            MlpNetwork<double> resumed = Scenario<double>.CreateNetwork();
            TrainingHistory resumedHistory = new Trainer<double>(new AdamOptimizer<double>(), Options(0)).Resume(TrainingCheckpoint.Load<double>(stream), resumed, data);
            Assert.Equal(Bits.Of(history), Bits.Of(resumedHistory));
            Assert.Equal(Bits.Of<double>(network.Parameters), Bits.Of<double>(resumed.Parameters));
        }
    }

    [Fact]
    public void OtherSettingsAreNamed()
    {
        TrainerOptions Options(double factor) => new() { Epochs = 1, ReduceOnPlateau = new() { Factor = factor, Metric = Metric.R2 } };
        Trainer<double> trainer = new(new SgdOptimizer<double>(), Options(0.5));
        trainer.Fit(new LinearNetwork<double>(1), TestData.Numbered(3));
        Assert.EndsWith(
            "its reduction on a plateau is 'factor 0.5, patience 10, cooldown 0, minimum 0, minimum delta 0.0001, r2', here it is 'factor 0.25, patience 10, cooldown 0, minimum 0, minimum delta 0.0001, r2'.",
            Assert.Throws<FormatException>(() => new Trainer<double>(new SgdOptimizer<double>(), Options(0.25)).Resume(trainer.CreateCheckpoint(), new LinearNetwork<double>(1), TestData.Numbered(3))).Message);
    }

    [Fact]
    public void SettingsOutsideTheirRangesAreRejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Factor", () => new ReduceLearningRateOnPlateau { Factor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Factor", () => new ReduceLearningRateOnPlateau { Factor = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new ReduceLearningRateOnPlateau { Patience = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Cooldown", () => new ReduceLearningRateOnPlateau { Cooldown = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Minimum", () => new ReduceLearningRateOnPlateau { Minimum = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("MinDelta", () => new ReduceLearningRateOnPlateau { MinDelta = -1 });
    }

    private static void Check(ReduceLearningRateOnPlateau plateau, params double[] rates)
    {
        TrainingHistory history = Fit(plateau, 1);
        Assert.Equal(Losses, history.ValidationLosses);
        Assert.Equal(rates, history.Epochs.Select(epoch => epoch.LearningRate));
    }

    private static TrainingHistory Fit(ReduceLearningRateOnPlateau plateau, LearningRateSchedule schedule)
    {
        int call = 0;
        ScriptedNetwork network = new(0) { Validation = () => Losses[call++] };
        return new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = Losses.Length, LearningRate = schedule, ReduceOnPlateau = plateau })
            .Fit(network, TestData.Numbered(3), new([0], [0], 1, 1));
    }
}
