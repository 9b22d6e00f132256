using NeuralGen.Training.Tests.EndToEnd.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Targets far from 1, as prices and masses in grams are.</summary>
public class ScaledTargetTests
{
    [Theory]
    [InlineData(NormalizationMethod.Standard)]
    [InlineData(NormalizationMethod.MinMax)]
    public void MassesInGramsAreEstimated(NormalizationMethod normalization)
    {
        Dataset<float> kilograms = Data.Files.Penguins;
        Dataset<float> grams = new(kilograms.Inputs, [.. kilograms.Targets.ToArray().Select(mass => 1000 * mass)], kilograms.InputSize, 1);
        BodyMass network = new();
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new()
        {
            Epochs = 60,
            LearningRate = 0.003,
            ValidationSplit = 0.2,
            EarlyStoppingPatience = 20,
            EarlyStoppingMetric = Metric.R2,
            ReduceOnPlateau = new() { Patience = 5, Factor = 0.5, Metric = Metric.RootMeanSquaredError },
            Normalization = normalization,
            ScaleTargets = true,
            Metrics = [Metric.MeanAbsoluteError],
        });
        TrainingHistory history = trainer.Fit(network, grams);
        Evaluation result = trainer.Evaluate(network, grams);
        Assert.InRange(result.Metrics["r2"], 0.8, 1);
        Assert.InRange(result.Metrics["mean_absolute_error"], 50, 350);
        Assert.InRange(history.Metric("mean_absolute_error")[^1], 50, 400);
        Assert.InRange(network.Predict(grams.Row(0).Input), 3000, 4500);
        ReadOnlySpan<float> column = [.. Enumerable.Range(0, grams.Rows).Select(row => grams.Row(row).Input[0])];
        float mean = ((ITrainableNetwork<float>)network).Statistics[0];
        Assert.Equal(normalization == NormalizationMethod.MinMax, mean <= System.Numerics.Tensors.TensorPrimitives.Min(column) + 3);
    }

    [Fact]
    public void AProbabilityIsNotScaled()
    {
        EveryLayer network = new();
        Assert.Throws<ArgumentException>("network", () => new Trainer<float>(new AdamOptimizer<float>(), new() { ScaleTargets = true }).Fit(network, Tests.Networks.TestData.Random<float>(9, 3, 1)));
    }
}
