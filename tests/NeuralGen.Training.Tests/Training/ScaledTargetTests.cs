using NeuralGen.Training.Tests.EndToEnd;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>Training on standardised targets, after which the network predicts in the data's units.</summary>
public class ScaledTargetTests
{
    // y = 1e6 + 2e5·x₀ - 1e5·x₁, which plain descent would not reach.
    private static readonly Dataset<double> Prices = Data(120, 1e6, 2e5);

    [Fact]
    public void PredictionsAndMetricsAreInTheDatasUnits()
    {
        LinearNetwork<double> network = new(2);
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(epochs: 200));
        TrainingHistory history = trainer.Fit(network, Prices);

        Assert.Equal(2e5, network.Parameters[0], 100.0);
        Assert.Equal(-1e5, network.Parameters[1], 100.0);
        Assert.Equal(1e6, network.Parameters[2], 100.0);
        Assert.Equal(1, history.Metric("r2")[^1], 1e-4);
        Assert.Equal(trainer.Evaluate(network, Prices).Metrics["mean_absolute_error"], history.Metric("mean_absolute_error")[^1], 1e-3);
        Assert.InRange(history.Metric("mean_absolute_error")[0], 1e4, 1e6);

        // The losses are those of standardised targets: the first is near their variance, 1.
        Assert.InRange(history.Losses[0], 0.3, 3);
        double[] unscaled = Fit(new LinearNetwork<double>(2), new() { Epochs = 200, LearningRate = 0.02, BatchSize = 16 });
        Assert.InRange(unscaled[2], 0, 1000);
    }

    [Fact]
    public void EveryOutputHasItsOwnUnits()
    {
        double[] inputs = [.. Enumerable.Range(0, 50).Select(row => row / 25.0)];
        Dataset<double> data = new(inputs, [.. inputs.SelectMany(x => new[] { 1e-6 * x, 5, 1e6 - (3e5 * x) })], 1, 3);
        LinearNetwork<double> network = new(1, 3);
        new Trainer<double>(new AdamOptimizer<double>(), new() { Epochs = 600, LearningRate = 0.02, ScaleTargets = true }).Fit(network, data);
        Assert.Equal(1e-6, network.Parameters[0], 1e-8);
        Assert.Equal(0, network.Parameters[1], 1e-3);
        Assert.Equal(-3e5, network.Parameters[2], 1e3);
        Assert.Equal(5, network.Parameters[4], 1e-3);
        Assert.Equal(1e6, network.Parameters[5], 1e3);
    }

    [Theory]
    [InlineData("early stopping")]
    [InlineData("cancellation")]
    [InlineData("divergence")]
    [InlineData("exception")]
    public void TheUnitsAreTakenInHoweverTrainingEnds(string ending)
    {
        LinearNetwork<double> network = new(2);
        using CancellationTokenSource source = new();
        int epochs = 0;
        network.FalsifyLoss = (call, loss) => ending == "divergence" && epochs == 60 ? double.NaN : loss;
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(epochs: 400, patience: ending == "early stopping" ? 3 : 1000));
        EpochProgress progress = new(() =>
        {
            epochs++;
            if (epochs == 60 && ending == "cancellation")
            {
                source.Cancel();
            }

            if (epochs == 60 && ending == "exception")
            {
                throw new NotSupportedException();
            }
        });
        Exception? exception = Record.Exception(() => trainer.Fit(network, Prices, Data(30, 1e6, 2e5), progress, source.Token));
        Assert.Equal(ending, exception switch
        {
            null => "early stopping",
            TrainingCanceledException => "cancellation",
            TrainingDivergedException => "divergence",
            _ => "exception",
        });
        Assert.InRange(trainer.Evaluate(network, Prices).Metrics["r2"], 0.9, 1);

        // The best parameters are in the data's units, too.
        double[] best = trainer.BestParameters.ToArray();
        Assert.Equal(best, exception is TrainingCanceledException canceled ? canceled.BestParameters : exception is TrainingDivergedException diverged ? diverged.BestParameters : best);
        best.CopyTo(network.Parameters);
        Assert.InRange(trainer.Evaluate(network, Prices).Metrics["r2"], 0.9, 1);
    }

    [Fact]
    public void TheBestEpochIsRestoredBeforeTheUnitsAreTakenIn()
    {
        LinearNetwork<double> network = new(2);
        Dataset<double> validation = Data(30, 1.05e6, 2e5);
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(epochs: 300, patience: 20));
        TrainingHistory history = trainer.Fit(network, Prices, validation);
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(history.Metric("mean_absolute_error")[history.BestEpoch - 1], trainer.Evaluate(network, validation).Metrics["mean_absolute_error"], 1e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InterruptionsAnywhereDoNotChangeABit(bool hasValidation)
    {
        Dataset<double>? validation = hasValidation ? Data(30, 1e6, 2e5) : null;
        List<TrainingCheckpoint<double>> checkpoints = [];
        MlpNetwork<double> network = Create();
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(epochs: 6, patience: 3, checkpointEverySteps: 1)) { CheckpointReady = checkpoints.Add };
        TrainingHistory history = trainer.Fit(network, Prices, validation);
        checkpoints.Add(trainer.CreateCheckpoint());
        foreach (TrainingCheckpoint<double> checkpoint in checkpoints)
        {
            using MemoryStream stream = new();
            checkpoint.Save(stream);
            stream.Position = 0;
            MlpNetwork<double> resumed = Create();
            TrainingHistory resumedHistory = new Trainer<double>(new AdamOptimizer<double>(), Options(epochs: 6, patience: 3))
                .Resume(TrainingCheckpoint.Load<double>(stream), resumed, Prices, validation);
            Assert.Equal(Bits.Of(history), Bits.Of(resumedHistory));
            Assert.Equal(Bits.Of<double>(network.Parameters), Bits.Of<double>(resumed.Parameters));
        }

        static MlpNetwork<double> Create()
        {
            MlpNetwork<double> network = new(2, 4, dropout: 0.25) { NeedsNormalization = true };
            network.Initialize(2);
            return network;
        }
    }

    [Fact]
    public void ACanceledRunGoesOnFromItsCheckpoint()
    {
        LinearNetwork<double> whole = new(2);
        new Trainer<double>(new AdamOptimizer<double>(), Options(epochs: 9)).Fit(whole, Prices);
        using CancellationTokenSource source = new();
        LinearNetwork<double> network = new(2);
        int epochs = 0;
        EpochProgress progress = new(() =>
        {
            if (++epochs == 4)
            {
                source.Cancel();
            }
        });
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(epochs: 9));
        Assert.Throws<TrainingCanceledException>(() => trainer.Fit(network, Prices, null, progress, source.Token));
        Assert.True(network.Parameters[2] > 1e5);
        trainer.Resume(trainer.CreateCheckpoint(), network, Prices);
        Assert.Equal(Bits.Of<double>(whole.Parameters), Bits.Of<double>(network.Parameters));
    }

    [Fact]
    public void ATrainedNetworkGoesOnFromWhatItHasLearned()
    {
        LinearNetwork<double> network = new(2);
        Trainer<double> trainer = new(new AdamOptimizer<double>(), Options(epochs: 100));
        double last = trainer.Fit(network, Prices).Losses[^1];
        double first = new Trainer<double>(new AdamOptimizer<double>(), Options(epochs: 1)).Fit(network, Prices).Losses[0];
        Assert.InRange(first, 0, Math.Max(1e-3, 2 * last));
        Assert.InRange(trainer.Evaluate(network, Prices).Metrics["r2"], 0.99, 1);
    }

    [Fact]
    public void NetworksWhoseOutputsCannotBeScaledAreRefusedBeforeTraining()
    {
        ScriptedNetwork scripted = new(1, 1, 1);
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { ScaleTargets = true });
        Assert.Equal("This network has no last layer.", Assert.Throws<InvalidOperationException>(() => trainer.Fit(scripted, TestData.Numbered(3))).Message);
        Assert.Equal(0, scripted.GradientCalls);
        Assert.StartsWith(
            "ScaleTargets is for targets that are amounts; the network's loss is BinaryCrossEntropy.",
            Assert.Throws<ArgumentException>("network", () => trainer.Fit(new LinearNetwork<double>(1, 1, LossFunction.BinaryCrossEntropy), TestData.Numbered(3))).Message);
    }

    [Fact]
    public void CheckpointsHoldTheOption()
    {
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Epochs = 1 });
        trainer.Fit(new LinearNetwork<double>(1), TestData.Numbered(3));
        Assert.EndsWith("its scaling of targets is 'False', here it is 'True'.", Assert.Throws<FormatException>(
            () => new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, ScaleTargets = true }).Resume(trainer.CreateCheckpoint(), new LinearNetwork<double>(1), TestData.Numbered(3))).Message);
    }

    private static TrainerOptions Options(int epochs, int? patience = null, int checkpointEverySteps = 0) => new()
    {
        Epochs = epochs,
        BatchSize = 16,
        LearningRate = 0.02,
        ScaleTargets = true,
        EarlyStoppingPatience = patience,
        Metrics = [Metric.R2, Metric.MeanAbsoluteError],
        CheckpointEverySteps = checkpointEverySteps,
    };

    private static double[] Fit(LinearNetwork<double> network, TrainerOptions options)
    {
        new Trainer<double>(new AdamOptimizer<double>(), options).Fit(network, Prices);
        return network.Parameters.ToArray();
    }

    private static Dataset<double> Data(int rows, double mean, double slope)
    {
        SplitMix64 random = new(9);
        double[] inputs = new double[2 * rows];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            (inputs[2 * row], inputs[(2 * row) + 1]) = ((random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2);
            targets[row] = mean + (slope * inputs[2 * row]) - (slope / 2 * inputs[(2 * row) + 1]);
        }

        return new(inputs, targets, 2, 1);
    }
}
