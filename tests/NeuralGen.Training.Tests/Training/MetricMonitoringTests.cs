using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>Early stopping by a metric instead of the loss. The scripted network's parameter is the number of the epoch.</summary>
public class MetricMonitoringTests
{
    private static readonly double[] Losses = [.. Enumerable.Range(0, 12).Select(epoch => 100.0 - epoch)];

    [Theory]
    [InlineData(true, new double[] { 1, 5, 3, 4, 4.5, 0 }, 2)]
    [InlineData(false, new double[] { 9, 5, 3, 4, 4.5, 7 }, 3)]
    public void TheMetricSaysWhichWayIsBetter(bool isHigherBetter, double[] values, int best)
    {
        ScriptedNetwork network = new(Losses);
        TrainingHistory history = Trainer(new() { Epochs = 12, EarlyStoppingPatience = 3, EarlyStoppingMetric = new Script(values, isHigherBetter) })
            .Fit(network, TestData.Numbered(3), TestData.Numbered(1));
        Assert.Equal((StopReason.EarlyStopping, best, best + 3), (history.StopReason, history.BestEpoch, history.Epochs.Count));
        Assert.Equal(best, network.Parameters[0]);
        Assert.Equal(values[..(best + 3)], history.Metric("script"));
    }

    [Fact]
    public void TheMinimumDeltaCounts()
    {
        Script metric = new([1, 1.4, 1.6, 1.9, 2, 2, 2], true);
        TrainingHistory history = Trainer(new() { Epochs = 7, EarlyStoppingPatience = 3, EarlyStoppingMinDelta = 0.5, EarlyStoppingMetric = metric })
            .Fit(new ScriptedNetwork(Losses), TestData.Numbered(3), TestData.Numbered(1));
        Assert.Equal((3, 6), (history.BestEpoch, history.Epochs.Count));
    }

    [Fact]
    public void ANaNIsNoImprovement()
    {
        TrainingHistory history = Trainer(new() { Epochs = 9, EarlyStoppingPatience = 2, EarlyStoppingMetric = new Script([double.NaN, double.NaN, 1], true) })
            .Fit(new ScriptedNetwork(Losses), TestData.Numbered(3), TestData.Numbered(1));
        Assert.Equal((0, 2), (history.BestEpoch, history.Epochs.Count));
    }

    [Fact]
    public void WithoutValidationItIsThatOfTheTrainingRowsAfterTheEpoch()
    {
        ScriptedNetwork network = new([100, .. Losses]);
        Trainer<double> trainer = Trainer(new() { Epochs = 9, EarlyStoppingPatience = 2, EarlyStoppingMetric = new Script([1, 3, 2, 2, 2], true) });
        TrainingHistory history = trainer.Fit(network, TestData.Numbered(3));
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(2, network.Parameters[0]);
        Assert.Equal([2], trainer.BestParameters.ToArray());
    }

    [Fact]
    public void MetricsThatAreReportedAreNotComputedTwice()
    {
        Script metric = new([1, 2, 3], true);
        TrainingHistory history = Trainer(new() { Epochs = 3, Metrics = [metric, Metric.R2], EarlyStoppingMetric = metric })
            .Fit(new ScriptedNetwork(Losses), TestData.Numbered(3), TestData.Numbered(2));
        Assert.Equal(["script", "r2"], history.Epochs[0].Metrics.Keys);
        Assert.Equal(3, metric.Calls);
    }

    [Fact]
    public void KnownMetricsKnowTheirDirection()
    {
        Assert.All(new[] { Metric.MeanSquaredError, Metric.MeanAbsoluteError, Metric.RootMeanSquaredError, Metric.LogLoss }, metric => Assert.False(metric.IsHigherBetter, metric.Name));
        Assert.All(
            new[] { Metric.R2, Metric.Accuracy, Metric.SubsetAccuracy, Metric.Precision, Metric.Recall, Metric.F1, Metric.MicroF1, Metric.MicroPrecision, Metric.MicroRecall, Metric.RocAuc },
            metric => Assert.True(metric.IsHigherBetter, metric.Name));
    }

    [Fact]
    public void CheckpointsHoldTheMetric()
    {
        TrainerOptions Options(Metric? metric) => new() { Epochs = 2, EarlyStoppingMetric = metric, Metrics = [Metric.R2] };
        Trainer<double> trainer = new(new SgdOptimizer<double>(), Options(Metric.R2));
        trainer.Fit(new LinearNetwork<double>(1), TestData.Numbered(3));
        FormatException error = Assert.Throws<FormatException>(() => new Trainer<double>(new SgdOptimizer<double>(), Options(null))
            .Resume(trainer.CreateCheckpoint(), new LinearNetwork<double>(1), TestData.Numbered(3)));
        Assert.EndsWith("its early-stopping metric is 'r2', here it is 'none'.", error.Message);
    }

    private static Trainer<double> Trainer(TrainerOptions options) => new(new SgdOptimizer<double>(), new()
    {
        Epochs = options.Epochs,
        LearningRate = 1,
        EarlyStoppingPatience = options.EarlyStoppingPatience,
        EarlyStoppingMinDelta = options.EarlyStoppingMinDelta,
        EarlyStoppingMetric = options.EarlyStoppingMetric,
        Metrics = options.Metrics,
    });

    private sealed class Script(double[] values, bool isHigherBetter) : Metric
    {
        public int Calls { get; private set; }

        public override string Name => "script";

        public override bool IsHigherBetter => isHigherBetter;

        public override double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize) => values[Calls++];
    }
}
