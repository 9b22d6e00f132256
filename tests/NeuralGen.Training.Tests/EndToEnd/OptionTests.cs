using NeuralGen.Training.Tests.EndToEnd.Data;
using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Training;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Optimizers and options of the trainer with generated networks.</summary>
public class OptionTests
{
    public static TheoryData<Optimizer<float>, double> Optimizers => new()
    {
        { new SgdOptimizer<float>(), 0.1 },
        { new SgdOptimizer<float> { Momentum = 0.9 }, 0.02 },
        { new SgdOptimizer<float> { Momentum = 0.9, Nesterov = true, WeightDecay = 1e-4 }, 0.02 },
        { new RmsPropOptimizer<float>(), 0.003 },
        { new RmsPropOptimizer<float> { Momentum = 0.5 }, 0.002 },
        { new AdamOptimizer<float>(), 0.01 },
        { new AdamWOptimizer<float>(), 0.01 },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TheLossFallsWithEveryOptimizer(Optimizer<float> optimizer, double learningRate)
    {
        Iris network = new();
        network.Initialize(1);
        network.FitNormalization(Files.Iris.Inputs);
        Trainer<float> trainer = new(optimizer, new() { Epochs = 15, BatchSize = 16, LearningRate = learningRate });
        double before = trainer.Evaluate(network, Files.Iris).Loss;
        TrainingHistory history = trainer.Fit(network, Files.Iris);
        double after = trainer.Evaluate(network, Files.Iris).Loss;

        Assert.True(after < before / 3, $"The loss was {before} and is {after}.");
        Assert.True(history.Losses[^1] < history.Losses[0]);
    }

    [Fact]
    public void ClippingLimitsAStep()
    {
        // One step of plain descent moves the parameters by the learning rate times the gradient.
        double free = StepLength(null);
        Assert.True(free > 0.02, $"The gradient has the norm {free}.");
        Assert.Equal(0.01, StepLength(GradientClipping.ByGlobalNorm(0.01)), 1e-6);
        Assert.InRange(StepLength(GradientClipping.ByValue(1e-4)), 1e-4, free / 10);
    }

    [Fact]
    public void EarlyStoppingRestoresTheBestEpoch()
    {
        (Dataset<float> training, Dataset<float> validation) = Files.Iris.Split(0.5, 3, stratified: true);
        Iris network = new();
        network.Initialize(1);
        List<byte[]> parameters = [];
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = 400, BatchSize = 8, LearningRate = 0.03, EarlyStoppingPatience = 5 });
        TrainingHistory history = trainer.Fit(network, training, validation, new EpochProgress(() => parameters.Add(Bits.Of<float>(network.Parameters))));

        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(history.BestEpoch + 5, history.Epochs.Count);
        Assert.Equal(history.ValidationLosses.Min(), history.ValidationLosses[history.BestEpoch - 1]);
        Assert.Equal(parameters[history.BestEpoch - 1], Bits.Of<float>(network.Parameters));
        Assert.Equal(history.ValidationLosses.Min(), trainer.Evaluate(network, validation).Loss);
    }

    private static double StepLength(GradientClipping? clipping)
    {
        Iris network = new();
        network.Initialize(1);
        float[] before = network.Parameters.ToArray();
        new Trainer<float>(new SgdOptimizer<float>(), new() { Epochs = 1, BatchSize = 150, LearningRate = 1, Clipping = clipping }).Fit(network, Files.Iris);
        return Math.Sqrt(before.Zip(network.Parameters.ToArray(), (old, changed) => Math.Pow((double)changed - old, 2)).Sum());
    }
}
