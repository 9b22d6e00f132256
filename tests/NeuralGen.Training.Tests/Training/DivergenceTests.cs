using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

public class DivergenceTests
{
    private readonly List<float[]> _parametersByCall = [];

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void NonFiniteLossRestoresTheParametersOfTheLastFinishedStep(float loss)
    {
        LinearNetwork<float> network = Watched();
        network.FalsifyLoss = (call, value) => call == 4 ? loss : value;
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => Fit(network, 0.125));

        Assert.Equal(_parametersByCall[2], network.Parameters.ToArray());
        Assert.Equal((2, 4L, 0.125), (exception.Epoch, exception.Step, exception.LearningRate));
        Assert.Equal(loss, exception.Loss);
        Assert.Contains("epoch 2, step 4: the loss is not finite", exception.Message, StringComparison.Ordinal);
        Assert.Contains("learning rate 0.125", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NonFiniteGradientIsADivergence()
    {
        LinearNetwork<float> network = Watched();
        network.FalsifyGradient = (call, gradient) => gradient[1] = call == 3 ? float.NegativeInfinity : gradient[1];
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => Fit(network, 0.125));

        Assert.Equal(_parametersByCall[1], network.Parameters.ToArray());
        Assert.Contains("the gradient is not finite", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ParametersThatOverflowAreADivergence()
    {
        LinearNetwork<float> network = Watched();
        network.FalsifyGradient = (_, gradient) => Array.Fill(gradient, 1e30f);
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => Fit(network, 1e20));

        Assert.Equal(_parametersByCall[0], network.Parameters.ToArray());
        Assert.Equal(1, exception.Step);
        Assert.Contains("the parameters are not finite", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NonFiniteValidationLossIsADivergence()
    {
        LinearNetwork<float> network = Watched();
        Dataset<float> validation = new([3e38f, 3e38f], [0], 2, 1);
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(
            () => new Trainer<float>(new SgdOptimizer<float>()).Fit(network, TestData.Random<float>(9, 2, 1), validation));

        Assert.Contains("the validation loss is not finite", exception.Message, StringComparison.Ordinal);
        Assert.Equal(_parametersByCall[0], network.Parameters.ToArray());
    }

    [Fact]
    public void ADivergedRunHasNoCheckpoint()
    {
        LinearNetwork<float> network = Watched();
        network.FalsifyLoss = (_, _) => float.NaN;
        Trainer<float> trainer = new(new SgdOptimizer<float>());
        Assert.Throws<TrainingDivergedException>(() => trainer.Fit(network, TestData.Random<float>(9, 2, 1)));
        Assert.Throws<InvalidOperationException>(() => trainer.CreateCheckpoint());
    }

    private static void Fit(LinearNetwork<float> network, double learningRate) =>
        new Trainer<float>(new SgdOptimizer<float>(), new() { BatchSize = 3, LearningRate = learningRate }).Fit(network, TestData.Random<float>(9, 2, 1));

    private LinearNetwork<float> Watched()
    {
        LinearNetwork<float> network = new(2);
        network.Initialize(1);
        network.BeforeGradient = _ => _parametersByCall.Add(network.Parameters.ToArray());
        return network;
    }
}
