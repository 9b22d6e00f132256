using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Binary cross-entropy with several outputs.</summary>
public class MultiLabelTests
{
    private static readonly Metric[] Metrics = [Metric.Accuracy, Metric.SubsetAccuracy, Metric.F1, Metric.RocAuc, Metric.MicroF1, Metric.LogLoss];

    [Fact]
    public void EveryOutputIsADecisionOfItsOwn()
    {
        Tags network = new();
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = 300, LearningRate = 0.05, BatchSize = 16, Metrics = Metrics });
        Dataset<float> data = Data();
        trainer.Fit(network, data);
        Evaluation result = trainer.Evaluate(network, data);
        Assert.All(Metrics[..^1], metric => Assert.InRange(result.Metrics[metric.Name], 0.97, 1));

        // The loss is the mean of all decisions' losses, and so is the metric.
        Assert.Equal(result.Loss, result.Metrics["log_loss"], 1e-4);
        float[] output = new float[3];
        network.Predict([1, 1], output);
        Assert.Equal([true, true, true], output.Select(value => value >= 0.5));
        network.Predict([-1, -1], output);
        Assert.Equal([false, false, false], output.Select(value => value >= 0.5));
    }

    [Fact]
    public void TheOptionSaysOtherwise()
    {
        LinearNetwork<double> network = new(1, 2, LossFunction.BinaryCrossEntropy);
        Dataset<double> data = new([1], [1, 1], 1, 2);
        network.Parameters[0] = 2;
        network.Parameters[1] = 3;
        Assert.Equal(1, Accuracy(Classification.Automatic));
        Assert.Equal(1, Accuracy(Classification.MultiLabel));

        // The largest target is the first, the largest output the second.
        Assert.Equal(0, Accuracy(Classification.MultiClass));

        double Accuracy(Classification classification) => new Trainer<double>(
            new SgdOptimizer<double>(), new() { Classification = classification, Metrics = [Metric.Accuracy], OutputScale = OutputScale.Logits }).Evaluate(network, data).Metrics["accuracy"];
    }

    [Fact]
    public void ARowHasTheMeanWeightOfItsLabels()
    {
        LinearNetwork<double> network = new(1, 3, LossFunction.BinaryCrossEntropy) { RecordsBatches = true };
        Dataset<double> data = new([1, 2, 3, 4], [1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1], 1, 3);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, Shuffle = false, ClassWeights = [1, 2, 6] }).Fit(network, data);
        Assert.Equal([1.5, 1, 6, 3], network.LastWeights);
        new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 1, Shuffle = false, ClassWeights = [1, 2, 6], Classification = Classification.MultiClass }).Fit(network, data);
        Assert.Equal([1, 1, 6, 1], network.LastWeights);
    }

    private static Dataset<float> Data()
    {
        SplitMix64 random = new(3);
        float[] inputs = new float[400];
        float[] targets = new float[600];
        for (int row = 0; row < 200; row++)
        {
            (double a, double b) = (Away(ref random), Away(ref random));
            (inputs[2 * row], inputs[(2 * row) + 1]) = ((float)a, (float)b);
            (targets[3 * row], targets[(3 * row) + 1], targets[(3 * row) + 2]) = (a > 0 ? 1 : 0, b > 0 ? 1 : 0, a > 0 && b > 0 ? 1 : 0);
        }

        return new(inputs, targets, 2, 3);
    }

    private static double Away(ref SplitMix64 random)
    {
        double value = (random.NextDouble() * 2) - 1;
        return value + (0.2 * Math.Sign(value));
    }
}
