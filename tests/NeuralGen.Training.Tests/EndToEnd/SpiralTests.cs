using NeuralGen.Training.Tests.EndToEnd.Data;
using NeuralGen.Training.Tests.EndToEnd.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

public class SpiralTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheArmsAreToldApart(int seed)
    {
        Dataset<float> training = SpiralData.Draw(150, seed);
        Dataset<float> fresh = SpiralData.Draw(150, seed + 100);
        Spirals network = new();
        network.Initialize(seed);
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new()
        {
            Epochs = 150,
            BatchSize = 32,
            LearningRate = new CosineDecay(0.02, 150),
            Seed = seed,
            Metrics = [Metric.Accuracy],
        });
        trainer.Fit(network, training);

        Assert.InRange(trainer.Evaluate(network, training).Metrics["accuracy"], 0.97, 1);
        Assert.InRange(trainer.Evaluate(network, fresh).Metrics["accuracy"], 0.95, 1);
    }
}
