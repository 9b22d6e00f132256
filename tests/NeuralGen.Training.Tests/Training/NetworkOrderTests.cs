using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>Columns by name.</summary>
public class NetworkOrderTests
{
    [Theory]
    [InlineData("c,a,b", "3,1,2")]
    [InlineData("a,b,c", "1,2,3")]
    [InlineData("x,y,z", "1,2,3")]
    [InlineData("", "1,2,3")]
    [InlineData("C,A,B", "3,1,2")]
    public void InputsAreMovedToTheNetworksOrder(string names, string columns)
    {
        LinearNetwork<double> network = new(3) { Inputs = names.Length == 0 ? [] : names.Split(','), RecordsBatches = true };
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1 }).Fit(network, new([1, 2, 3], [0], 3, 1) { InputNames = ["a", "b", "c"] });
        Assert.Equal(columns, string.Join(",", network.LastInputs));
    }

    [Theory]
    [InlineData("sepal_length,sepal_width", "Sepal.Width,Sepal length", "2,1")]
    [InlineData("colour_red,colour_blue", "colour=blue,colour=red", "2,1")]
    [InlineData("a,A", "A,a", "2,1")]
    [InlineData("a,A", "a,A", "1,2")]
    public void NamesAreFoundByTheirLettersAndDigits(string wanted, string names, string columns)
    {
        LinearNetwork<double> network = new(2) { Inputs = wanted.Split(','), RecordsBatches = true };
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1 }).Fit(network, new([1, 2], [0], 2, 1) { InputNames = names.Split(',') });
        Assert.Equal(columns, string.Join(",", network.LastInputs));
    }

    [Fact]
    public void InputsOfWhichOnlySomeAreTheNetworksAreAnError()
    {
        LinearNetwork<double> network = new(2) { Inputs = ["a", "b"] };
        Dataset<double> data = new([1, 2], [0], 2, 1) { InputNames = ["b", "c"] };
        Trainer<double> trainer = new(new SgdOptimizer<double>());
        const string Message = "inputs are named 'b', 'c'; the network has 'a', 'b'. Give the data the network's names, or none.";
        Assert.StartsWith("The training " + Message, Assert.Throws<ArgumentException>("training", () => trainer.Fit(network, data)).Message);
        Assert.StartsWith("The validation " + Message, Assert.Throws<ArgumentException>("validation", () => trainer.Fit(network, new([1, 2], [0], 2, 1), data)).Message);
        Assert.StartsWith("The data " + Message, Assert.Throws<ArgumentException>("data", () => trainer.Evaluate(network, data)).Message);
    }

    [Fact]
    public void TargetsAreMovedToTheNetworksOrder()
    {
        Dataset<double> data = new([1], [1, 2, 3], 1, 3) { TargetNames = ["a", "b", "c"] };
        LinearNetwork<double> network = new(1, 3) { Outputs = ["b", "c", "a"], RecordsBatches = true };
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Epochs = 1 });
        trainer.Fit(network, data);
        Assert.Equal([2, 3, 1], network.LastTargets);
        trainer.Fit(network, new([1], [1, 2, 3], 1, 3));
        Assert.Equal([1, 2, 3], network.LastTargets);
        Assert.StartsWith(
            "The training targets are named 'a', 'b', 'c'; the network has 'a', 'b', 'd'.",
            Assert.Throws<ArgumentException>("training", () => trainer.Fit(new LinearNetwork<double>(1, 3) { Outputs = ["a", "b", "d"] }, data)).Message);
    }

    [Fact]
    public void TargetColumnsAreMovedToTheOrderOfLabels()
    {
        LinearNetwork<double> network = new(1, 2, LossFunction.BinaryCrossEntropy) { Labels = ["b", "a"], RecordsBatches = true };
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1 }).Fit(network, new([1], [1, 0], 1, 2) { TargetNames = ["a", "b"] });
        Assert.Equal([0, 1], network.LastTargets);
    }

    [Fact]
    public void ValidationRowsFollowTheTrainingRowsWhereTheNetworkHasNoNames()
    {
        LinearNetwork<double> network = new(2, 2, LossFunction.CategoricalCrossEntropy);
        Dataset<double> training = new([5, 0, 0, 5], [1, 0, 0, 1], 2, 2) { Labels = ["x", "y"], InputNames = ["a", "b"] };
        Dataset<double> validation = new([0, 5, 5, 0], [0, 1, 1, 0], 2, 2) { Labels = ["y", "x"], InputNames = ["b", "a"] };
        TrainingHistory history = new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 40, LearningRate = 0.5 }).Fit(network, training, validation);
        Assert.InRange(history.ValidationLosses[^1], 0, 0.1);
        Assert.StartsWith(
            "The validation data has the labels 'x', 'z'; those of the network are 'x', 'y'.",
            Assert.Throws<ArgumentException>("validation", () => new Trainer<double>(new SgdOptimizer<double>())
                .Fit(network, training, new([0, 5], [0, 1], 2, 2) { Labels = ["x", "z"] })).Message);
    }

    [Fact]
    public void OtherRowsFollowTheTrainingRowsWhereTheNetworkHasNoNames()
    {
        LinearNetwork<double> network = new(2, 2, LossFunction.CategoricalCrossEntropy);
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Epochs = 40, LearningRate = 0.5, Metrics = [Metric.Accuracy], OutputScale = OutputScale.Logits });
        trainer.Fit(network, new([5, 0, 0, 5], [1, 0, 0, 1], 2, 2) { Labels = ["x", "y"], InputNames = ["a", "b"] });
        Dataset<double> test = new([0, 5, 5, 0], [0, 1, 1, 0], 2, 2) { Labels = ["y", "x"], InputNames = ["b", "a"] };
        Assert.Equal(1, trainer.Evaluate(network, test).Metrics["accuracy"]);
        Assert.Throws<ArgumentException>("data", () => trainer.Evaluate(network, new([0, 5], [0, 1], 2, 2) { Labels = ["y", "z"] }));

        // Another network has nothing to do with these names.
        LinearNetwork<double> other = new(2, 2, LossFunction.CategoricalCrossEntropy);
        network.Parameters.CopyTo(other.Parameters);
        Assert.Equal(1, trainer.Evaluate(other, new([5, 0], [1, 0], 2, 2) { Labels = ["p", "q"], InputNames = ["b", "a"] }).Metrics["accuracy"]);
    }

    [Fact]
    public void OneOutputNeedsLabelsToTakeTwoTargets() => Assert.StartsWith(
        "The training targets have 2 values each; the network has 1 outputs. Declare the labels 'x', 'y' on the network, whose output is the probability of the second.",
        Assert.Throws<ArgumentException>("training", () => new Trainer<double>(new SgdOptimizer<double>()).Fit(
            new LinearNetwork<double>(1, 1, LossFunction.BinaryCrossEntropy), new([1], [1, 0], 1, 2) { Labels = ["x", "y"] })).Message);

    [Fact]
    public void NamesAreAsManyAsColumnsAndEachOnce()
    {
        Check("There are 3 names of inputs and 2 inputs.", () => new Dataset<double>([1, 2], [0], 2, 1) { InputNames = ["a", "b", "c"] });
        Check("There are 1 names of targets and 2 targets.", () => new Dataset<double>([1], [0, 1], 1, 2) { TargetNames = ["a"] });
        Check("There are 3 labels and 2 classes.", () => new Dataset<double>([1], [0], 1, 1) { Labels = ["a", "b", "c"] });
        Check("The labels have 'a' more than once.", () => new Dataset<double>([1], [0], 1, 1) { Labels = ["a", "a"] });

        static void Check(string message, Func<object> action) => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(action).Message);
    }
}
