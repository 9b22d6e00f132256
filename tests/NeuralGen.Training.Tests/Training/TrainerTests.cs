using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

public class TrainerTests
{
    // Computed by another implementation of the generator and the shuffle.
    private static readonly double[] PinnedOrder = [7, 2, 1, 9, 3, 5, 8, 6, 0, 4];

    [Fact]
    public void FindsTheLineThroughItsPoints()
    {
        double[] inputs = [.. Enumerable.Range(0, 40).Select(index => (index / 10.0) - 2)];
        Dataset<double> data = new(inputs, [.. inputs.Select(value => (3 * value) - 1)], 1, 1);
        LinearNetwork<double> network = new(1);
        TrainingHistory history = new Trainer<double>(new AdamOptimizer<double>(), new() { Epochs = 200, BatchSize = 8, LearningRate = 0.05, Metrics = [Metric.R2] })
            .Fit(network, data);

        Assert.Equal(3, network.Parameters[0], 1e-3);
        Assert.Equal(-1, network.Parameters[1], 1e-3);
        Assert.Equal(200, history.Epochs.Count);
        Assert.Equal(StopReason.Completed, history.StopReason);
        Assert.Equal(1, history.Metric("r2")[^1], 1e-4);
        Assert.Throws<ArgumentException>("name", () => history.Metric("f1"));
    }

    [Fact]
    public void GradientsOfTheTestNetworkAreThoseOfItsLoss()
    {
        MlpNetwork<double> network = new(2, 3);
        network.Initialize(1);
        double[] gradient = new double[network.ParameterCount];
        network.Gradient([0.3, -0.7], [1], gradient);
        for (int index = 0; index < gradient.Length; index++)
        {
            double value = network.Parameters[index];
            network.Parameters[index] = value + 1e-6;
            double above = network.Loss([0.3, -0.7], [1]);
            network.Parameters[index] = value - 1e-6;
            double below = network.Loss([0.3, -0.7], [1]);
            network.Parameters[index] = value;
            Assert.Equal((above - below) / 2e-6, gradient[index], 1e-7);
        }
    }

    [Fact]
    public void EveryEpochSeesEveryRowOnceInAnotherOrder()
    {
        List<double[]> epochs = Batches(shuffle: true, seed: 3);

        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 10).Select(row => (double)row), epoch.Order()));
        Assert.NotEqual(epochs[0], epochs[1]);
        Assert.NotEqual(epochs[0], Batches(shuffle: true, seed: 4)[0]);
        Assert.Equal(epochs, Batches(shuffle: true, seed: 3));
    }

    [Fact]
    public void OrderIsTheSameOnEveryMachine() =>
        Assert.Equal(PinnedOrder, Batches(shuffle: true, seed: 3)[0]);

    [Fact]
    public void RowsStayInOrderWithoutShuffling() =>
        Assert.All(Batches(shuffle: false, seed: 3), epoch => Assert.Equal(Enumerable.Range(0, 10).Select(row => (double)row), epoch));

    [Fact]
    public void DropoutSeedsDifferByStepAndSeedOnly()
    {
        List<int> seeds = DropoutSeeds(1);
        Assert.Equal(seeds.Count, seeds.Distinct().Count());
        Assert.Equal(seeds, DropoutSeeds(1));
        Assert.Empty(seeds.Intersect(DropoutSeeds(2)));
    }

    [Fact]
    public void RowsHaveTheWeightOfTheirClass()
    {
        LinearNetwork<double> network = new(1, 2) { RecordsBatches = true };
        Dataset<double> data = new([1, 2, 3], [1, 0, 0, 1, 1, 0], 1, 2);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, Shuffle = false, ClassWeights = [0.5, 3] }).Fit(network, data);
        Assert.Equal([0.5, 3, 0.5], network.LastWeights);

        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1 }).Fit(network, data);
        Assert.Empty(network.LastWeights);
    }

    [Fact]
    public void TrainingLossIsTheMeanOverRowsNotOverBatches()
    {
        // Batches of 2 and 1 rows; the learning rate is too small to change the losses 1, 4 and 9.
        Dataset<double> data = new([0, 0, 0], [1, 2, 3], 1, 1);
        TrainingHistory history = new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, BatchSize = 2, LearningRate = 1e-30, Shuffle = false })
            .Fit(new LinearNetwork<double>(1), data, new([0, 0], [1, 3], 1, 1));

        Assert.Equal(14 / 3.0, history.Losses[0], 1e-12);
        Assert.Equal(5, history.ValidationLosses[0], 1e-12);
    }

    [Fact]
    public void ScheduleIsAskedBeforeEveryStepInEpochs()
    {
        // The gradient is -1 at every step, so the parameter is the sum of the learning rates.
        LinearWarmup schedule = new(1, new StepDecay(1, 1, 0.5), 0.25);
        ScriptedNetwork network = new(0, 0, 0, 0, 0, 0, 0);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 3, BatchSize = 1, LearningRate = schedule })
            .Fit(network, TestData.Numbered(2));

        Assert.Equal(0.25 + 0.625 + 1 + 1 + 0.5 + 0.5, network.Parameters[0], 1e-12);
    }

    [Fact]
    public void NormalizationIsFittedToTheTrainingPart()
    {
        LinearNetwork<double> network = new(1) { NeedsNormalization = true, RecordsBatches = true };
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, ValidationSplit = 0.25 }).Fit(network, TestData.Numbered(20));

        Assert.Equal(15, network.NormalizedRows);
        Assert.Equal(network.LastInputs.Average(), network.Statistics[0], 1e-12);
        Assert.False(network.NeedsNormalization);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheValidationSplitCanBeStratified(bool isStratified)
    {
        // 8 of 40 rows are of class 1; the metric is their share of the 10 validation rows.
        Dataset<double> data = new(new double[40], [.. Enumerable.Range(0, 40).Select(row => row < 8 ? 1.0 : 0)], 1, 1);
        List<double> shares = [];
        for (int seed = 0; seed < 10; seed++)
        {
            TrainerOptions options = new() { Epochs = 1, Seed = seed, ValidationSplit = 0.25, StratifiedValidationSplit = isStratified, Metrics = [Metric.MeanSquaredError], LearningRate = 1e-30 };
            shares.Add(new Trainer<double>(new SgdOptimizer<double>(), options).Fit(new LinearNetwork<double>(1), data).Metric("mean_squared_error")[0]);
        }

        Assert.Equal(isStratified, shares.All(share => share == 0.2));
    }

    [Fact]
    public void NormalizationsAreLearnedByTheMethodOfTheOptions()
    {
        LinearNetwork<double> network = new(1) { NeedsNormalization = true };
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => new Trainer<double>(new SgdOptimizer<double>(), new() { Normalization = NormalizationMethod.MinMax })
            .Fit(network, TestData.Numbered(3)));
        Assert.Equal("This network learns no normalisation by MinMax.", error.Message);
    }

    [Fact]
    public void ClippingLimitsTheStep()
    {
        LinearNetwork<double> network = new(1);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, LearningRate = 1, Clipping = GradientClipping.ByValue(0.25) })
            .Fit(network, new([1], [100], 1, 1));

        Assert.Equal([0.25, 0.25], network.Parameters.ToArray());
    }

    [Fact]
    public void SizesThatDoNotFitAreNamed()
    {
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { ClassWeights = [1, 2, 3] });
        Assert.Contains("have 1 values each; the network needs 2", Assert.Throws<ArgumentException>("training", () => trainer.Fit(new LinearNetwork<double>(2), TestData.Numbered(2))).Message, StringComparison.Ordinal);
        Assert.Contains("have 1 values each; the network has 2 outputs", Assert.Throws<ArgumentException>("training", () => trainer.Fit(new LinearNetwork<double>(1, 2), TestData.Numbered(2))).Message, StringComparison.Ordinal);
        Assert.Contains("3 class weights and 2 classes", Assert.Throws<ArgumentException>("options", () => trainer.Fit(new LinearNetwork<double>(1), TestData.Numbered(2))).Message, StringComparison.Ordinal);
        Trainer<double> splitting = new(new SgdOptimizer<double>(), new() { ValidationSplit = 0.5 });
        Assert.Throws<ArgumentException>("validation", () => splitting.Fit(new LinearNetwork<double>(1), TestData.Numbered(2), TestData.Numbered(2)));
    }

    [Fact]
    public void OptionsOutsideTheirRangesAreRejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new TrainerOptions { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("BatchSize", () => new TrainerOptions { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("ValidationSplit", () => new TrainerOptions { ValidationSplit = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("EarlyStoppingPatience", () => new TrainerOptions { EarlyStoppingPatience = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("EarlyStoppingMinDelta", () => new TrainerOptions { EarlyStoppingMinDelta = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("ClassWeights", () => new TrainerOptions { ClassWeights = [1, -1] });
        Assert.Throws<ArgumentOutOfRangeException>("CheckpointEverySteps", () => new TrainerOptions { CheckpointEverySteps = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("ProgressEverySteps", () => new TrainerOptions { ProgressEverySteps = -1 });
    }

    private static List<double[]> Batches(bool shuffle, int seed)
    {
        List<double> rows = [];
        LinearNetwork<double> network = new(1) { RecordsBatches = true };
        network.BeforeGradient = _ => rows.AddRange(network.LastInputs);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 3, BatchSize = 4, Shuffle = shuffle, Seed = seed }).Fit(network, TestData.Numbered(10));
        return [.. rows.Chunk(10)];
    }

    private static List<int> DropoutSeeds(int seed)
    {
        List<int> seeds = [];
        LinearNetwork<double> network = new(1);
        network.BeforeGradient = _ => seeds.Add(network.LastSeed);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 5, BatchSize = 1, Seed = seed, LearningRate = 1e-9 }).Fit(network, TestData.Numbered(10));
        return seeds;
    }
}
