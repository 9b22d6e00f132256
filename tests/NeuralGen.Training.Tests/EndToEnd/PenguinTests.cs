using NeuralGen.Training.Tests.EndToEnd.Data;
using NeuralGen.Training.Tests.EndToEnd.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

public class PenguinTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void MassesAreEstimated(int seed)
    {
        (Dataset<float> training, Dataset<float> test) = Files.Penguins.Split(0.2, seed);
        BodyMass network = new();
        ITrainableNetwork<float> general = network;
        Assert.True(general.NeedsNormalization);
        network.Initialize(seed);
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new()
        {
            Epochs = 80,
            BatchSize = 32,
            LearningRate = 0.003,
            Seed = seed,
            ValidationSplit = 0.2,
            EarlyStoppingPatience = 15,
            Metrics = [Metric.R2],
        });
        trainer.Fit(network, training);
        Assert.False(general.NeedsNormalization);

        Assert.InRange(trainer.Evaluate(network, test).Metrics["r2"], 0.8, 1);
    }
}
