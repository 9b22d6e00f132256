using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Training;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Data comes in the order of its file, or of whoever wrote it; training puts it into the network's.</summary>
public class LabelOrderTests
{
    // The first label of the file is the second of the network, and the columns stand the other way round, too.
    private static readonly string Csv = "legs,size,kind\n" + string.Concat(Enumerable.Repeat("4,9,dog\n3,1,cat\n4,8,dog\n4,2,cat\n", 10));

    private static readonly CsvDatasetOptions Columns = new() { Inputs = ["legs", "size"], Label = "kind" };

    [Fact]
    public void LabelsOfACsvFileAreThoseOfTheNetwork()
    {
        CsvDataset<float> pets = CsvDataset.Load<float>(new StringReader(Csv), Columns);
        Assert.Equal(["dog", "cat"], pets.Data.Labels);
        Assert.Equal(["legs", "size"], pets.Data.InputNames);
        Pet network = new();
        Trainer<float> trainer = Train(network, pets.Data);

        Assert.Equal(1, trainer.Evaluate(network, pets.Data).Metrics["accuracy"]);
        Assert.Equal(Pet.Label.Dog, network.Classify([9, 4]));
        Assert.Equal(Pet.Label.Cat, network.Classify([1, 4]));
    }

    [Fact]
    public void OneOutputIsTheProbabilityOfTheNetworksSecondLabel()
    {
        CsvDataset<float> pets = CsvDataset.Load<float>(new StringReader(Csv), Columns);
        float[] isCat = [.. Enumerable.Range(0, pets.Data.Rows).Select(row => pets.Data.Row(row).Target[1])];
        Dataset<float> one = new(pets.Data.Inputs, isCat, 2, 1) { Labels = ["dog", "cat"], InputNames = ["legs", "size"] };
        foreach (Dataset<float> data in new[] { pets.Data, one })
        {
            PetProbability network = new();
            Trainer<float> trainer = Train(network, data);
            Assert.Equal(1, trainer.Evaluate(network, data).Metrics["accuracy"]);
            Assert.Equal(PetProbability.Label.Dog, network.Classify([9, 4]));
            Assert.Equal(PetProbability.Label.Cat, network.Classify([1, 4]));
        }
    }

    [Fact]
    public void OneTargetBecomesTwo()
    {
        Dataset<float> data = new([9, 4, 1, 4, 8, 4, 2, 4], [0, 1, 0, 1], 2, 1) { Labels = ["dog", "cat"] };
        Pet network = new();
        Trainer<float> trainer = Train(network, data);
        Assert.Equal(1, trainer.Evaluate(network, data).Metrics["accuracy"]);
        Assert.Equal(Pet.Label.Dog, network.Classify([9, 4]));
    }

    [Fact]
    public void TwoTargetsForOneOutputAddUpToOne()
    {
        Dataset<float> data = new([9, 4, 1, 4], [1, 0, 1, 1], 2, 2) { Labels = ["dog", "cat"] };
        Assert.StartsWith(
            "Row 1 of the training targets is 1, 1, which add up to 2;",
            Assert.Throws<ArgumentException>("training", () => new Trainer<float>(new SgdOptimizer<float>()).Fit(new PetProbability(), data)).Message);
    }

    [Fact]
    public void TheOrderOfTheDataMakesNoDifference()
    {
        Dataset<float> same = CsvDataset.Load<float>(new StringReader(Csv), new() { Inputs = ["size", "legs"], Label = "kind", Labels = [.. Pet.LabelNames] }).Data;
        Dataset<float> other = CsvDataset.Load<float>(new StringReader(Csv), Columns).Data;
        Pet first = new();
        Pet second = new();
        TrainerOptions options = new() { Epochs = 3, ValidationSplit = 0.25, LearningRate = 0.1, Metrics = [Metric.LogLoss] };
        TrainingHistory history = new Trainer<float>(new AdamOptimizer<float>(), options).Fit(first, same);
        TrainingHistory otherHistory = new Trainer<float>(new AdamOptimizer<float>(), options).Fit(second, other);
        Assert.Equal(Bits.Of(history), Bits.Of(otherHistory));
        Assert.Equal(Bits.Of<float>(first.Parameters), Bits.Of<float>(second.Parameters));

        // A split, and validation data in an order of its own.
        (Dataset<float> training, Dataset<float> validation) = other.Split(0.25, 3, stratified: true);
        (Dataset<float> sameTraining, Dataset<float> sameValidation) = same.Split(0.25, 3, stratified: true);
        Assert.Equal(["dog", "cat"], validation.Labels);
        options = new() { Epochs = 3, LearningRate = 0.1, Metrics = [Metric.LogLoss] };
        history = new Trainer<float>(new AdamOptimizer<float>(), options).Fit(first, sameTraining, sameValidation);
        otherHistory = new Trainer<float>(new AdamOptimizer<float>(), options).Fit(second, training, sameValidation);
        Assert.Equal(Bits.Of(history), Bits.Of(otherHistory));
        otherHistory = new Trainer<float>(new AdamOptimizer<float>(), options).Fit(new Pet(), sameTraining, validation);
        history = new Trainer<float>(new AdamOptimizer<float>(), options).Fit(new Pet(), training, validation);
        Assert.Equal(Bits.Of(history), Bits.Of(otherHistory));
    }

    [Fact]
    public void ClassWeightsAreThoseOfTheDatasClasses()
    {
        Dataset<float> same = new([9, 4, 1, 4, 2, 4], [0, 1, 1, 0, 1, 0], 2, 2) { Labels = ["cat", "dog"] };
        Dataset<float> other = new([9, 4, 1, 4, 2, 4], [1, 0, 0, 1, 0, 1], 2, 2) { Labels = ["dog", "cat"] };
        Assert.NotEqual(same.BalancedClassWeights(), other.BalancedClassWeights());
        Assert.Equal(Weighted(same), Weighted(other));

        static byte[] Weighted(Dataset<float> data)
        {
            Pet network = new();
            new Trainer<float>(new SgdOptimizer<float>(), new() { Epochs = 2, LearningRate = 0.1, ClassWeights = data.BalancedClassWeights() }).Fit(network, data);
            return Bits.Of<float>(network.Parameters);
        }
    }

    [Theory]
    [InlineData("dog", "fish", "")]
    [InlineData("Dog", "cat", "")]
    [InlineData("dog", null, " Read the data with the network's labels (CsvDatasetOptions.Labels).")]
    public void OtherLabelsAreAnErrorThatNamesBothLists(string first, string? second, string cure)
    {
        string[] labels = second is null ? [first] : [first, second];
        float[] targets = second is null ? [1, 1] : [1, 0, 0, 1];
        Dataset<float> data = new([1, 2, 3, 4], targets, 2, labels.Length) { Labels = labels };
        string list = string.Join(", ", labels.Select(label => $"'{label}'"));
        Trainer<float> trainer = new(new SgdOptimizer<float>());
        Check("training", () => trainer.Fit(new Pet(), data));
        Check("validation", () => trainer.Fit(new Pet(), new([1, 2], [1, 0], 2, 2), data));
        Check("data", () => trainer.Evaluate(new Pet(), data));
        Check("training", () => trainer.Fit(new PetProbability(), data));

        void Check(string name, Func<object> action) => Assert.StartsWith(
            $"The {name} data has the labels {list}; those of the network are 'cat', 'dog'.{cure} (", Assert.Throws<ArgumentException>(name, action).Message);
    }

    [Fact]
    public void DataWithoutLabelsIsTakenAsItIs()
    {
        Dataset<float> data = new([9, 4, 1, 4], [0, 1, 1, 0], 2, 2);
        Pet network = new();
        Assert.Equal(1, Train(network, data).Evaluate(network, data).Metrics["accuracy"]);
        Assert.Equal(Pet.Label.Dog, network.Classify([9, 4]));
    }

    private static Trainer<float> Train(ITrainableNetwork<float> network, Dataset<float> data)
    {
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = 100, LearningRate = 0.1, Metrics = [Metric.Accuracy] });
        trainer.Fit(network, data);
        return trainer;
    }
}
