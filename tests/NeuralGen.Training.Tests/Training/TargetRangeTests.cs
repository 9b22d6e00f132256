using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>Targets that a cross-entropy is not defined for.</summary>
public class TargetRangeTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1.0000001)]
    [InlineData(2)]
    [InlineData(-1e-30)]
    public void BinaryTargetsAreFromZeroToOne(double value) => CheckAll(
        new(2, 1, LossFunction.BinaryCrossEntropy),
        new([1, 2, 3, 4], [1, value], 2, 1),
        FormattableString.Invariant($"Row 1, column 0 of the {{0}} targets is {value}; binary cross-entropy needs targets from 0 to 1."));

    [Fact]
    public void EveryColumnIsLookedAtAndNamed() => CheckAll(
        new(1, 3, LossFunction.BinaryCrossEntropy),
        new([1, 2], [1, 1, 0, 0, 1, 7], 1, 3) { TargetNames = ["a", "b", "c"] },
        "Row 1, column 2 ('c') of the {0} targets is 7; binary cross-entropy needs targets from 0 to 1.");

    [Theory]
    [InlineData(0, 2, "Row 1, column 1 of the {0} targets is 2; categorical cross-entropy needs targets from 0 to 1.")]
    [InlineData(1, 1, "Row 1 of the {0} targets is 1, 1, which add up to 2; categorical cross-entropy needs targets that add up to 1")]
    [InlineData(0, 0, "Row 1 of the {0} targets is 0, 0, which add up to 0; categorical cross-entropy needs targets that add up to 1")]
    [InlineData(0.5, 0.49, "Row 1 of the {0} targets is 0.5, 0.49, which add up to 0.99; categorical cross-entropy needs targets that add up to 1")]
    public void CategoricalTargetsAreShares(double first, double second, string message) => CheckAll(
        new(1, 2, LossFunction.CategoricalCrossEntropy), new([1, 2], [1, 0, first, second], 1, 2), message);

    [Fact]
    public void SharesMayBeRounded()
    {
        LinearNetwork<double> network = new(1, 3, LossFunction.CategoricalCrossEntropy);
        Dataset<double> data = new([1, 2], [0.3333, 0.3333, 0.3333, 0.1, 0.2, 0.7], 1, 3);
        Assert.Single(new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1 }).Fit(network, data).Epochs);
    }

    [Theory]
    [InlineData(LossFunction.MeanSquaredError)]
    [InlineData(LossFunction.MeanAbsoluteError)]
    [InlineData(LossFunction.Huber)]
    public void OtherLossesTakeAnyTargets(LossFunction loss)
    {
        LinearNetwork<double> network = new(1, 2, loss);
        TrainingHistory history = new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1 }).Fit(network, new([1, 2], [-1, 2, 30, 1e9], 1, 2));
        Assert.Single(history.Epochs);
    }

    [Fact]
    public void TheRowIsTheDatasNotTheSplits()
    {
        double[] targets = [.. Enumerable.Range(0, 50).Select(row => row == 37 ? -0.5 : 1)];
        ArgumentException error = Assert.Throws<ArgumentException>("training", () => new Trainer<double>(new SgdOptimizer<double>(), new() { ValidationSplit = 0.5 })
            .Fit(new LinearNetwork<double>(1, 1, LossFunction.BinaryCrossEntropy), new(new double[50], targets, 1, 1)));
        Assert.StartsWith("Row 37, column 0 of the training targets is -0.5;", error.Message);
    }

    private static void CheckAll(LinearNetwork<double> network, Dataset<double> data, string message)
    {
        Trainer<double> trainer = new(new SgdOptimizer<double>());
        double[] good = new double[data.TargetSize];
        good[0] = 1;
        Dataset<double> fine = new(new double[data.InputSize], good, data.InputSize, data.TargetSize);
        Check("training", () => trainer.Fit(network, data));
        Check("validation", () => trainer.Fit(network, fine, data));
        Check("data", () => trainer.Evaluate(network, data));
        trainer.Fit(network, fine);
        TrainingCheckpoint<double> checkpoint = trainer.CreateCheckpoint();
        Check("training", () => trainer.Resume(checkpoint, network, data));

        void Check(string name, Func<object> action) => Assert.StartsWith(
            message.Replace("{0}", name, StringComparison.Ordinal), Assert.Throws<ArgumentException>(name, action).Message);
    }
}
