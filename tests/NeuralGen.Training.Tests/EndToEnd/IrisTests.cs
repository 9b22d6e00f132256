using NeuralGen.Training.Tests.EndToEnd.Data;
using NeuralGen.Training.Tests.EndToEnd.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

public class IrisTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SpeciesAreRecognised(int seed)
    {
        (Dataset<float> training, Dataset<float> test) = Files.Iris.Split(0.3, seed, stratified: true);
        Iris network = new();
        network.Initialize(seed);
        Trainer<float> trainer = new(new AdamOptimizer<float> { WeightDecay = 0.01 }, new()
        {
            Epochs = 60,
            BatchSize = 16,
            LearningRate = 0.01,
            Seed = seed,
            Metrics = [Metric.Accuracy],
        });
        trainer.Fit(network, training);

        int right = 0;
        for (int row = 0; row < test.Rows; row++)
        {
            right += (int)network.Classify(test.Row(row).Input) == test.ClassOf(row) ? 1 : 0;
        }

        double accuracy = trainer.Evaluate(network, test).Metrics["accuracy"];
        Assert.InRange(accuracy, 0.9, 1);
        Assert.Equal(accuracy, (double)right / test.Rows, 1e-12);
    }
}
