using NeuralGen.Training.Tests.EndToEnd.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Accuracy counts what <c>Classify</c> says.</summary>
public class DecisionTests
{
    [Theory]
    [InlineData(0f, "Yes")]
    [InlineData(1e-30f, "Yes")]
    [InlineData(-1f, "No")]
    [InlineData(1f, "Yes")]
    public void OneOutputIsYesFromOneHalfUp(float input, string label)
    {
        Coin network = new();
        Assert.Equal(label, network.Classify([input]).ToString());
        Assert.Equal(label == "Yes" ? 1 : 0, Accuracy(network, new([[input]], [[1f]])));
        Assert.Equal(label == "Yes" ? 0 : 1, Accuracy(network, new([[input]], [[0f]])));
    }

    [Theory]
    [InlineData(0f, "One")]
    [InlineData(1f, "Two")]
    [InlineData(-1f, "One")]
    public void TheFirstOfEqualOutputsIsTheClass(float input, string label)
    {
        Dice network = new();
        Assert.Equal(label, network.Classify([input]).ToString());
        for (int index = 0; index < 3; index++)
        {
            float[] target = new float[3];
            target[index] = 1;
            Assert.Equal(label == ((Dice.Label)index).ToString() ? 1 : 0, Accuracy(network, new([[input]], [target])));
        }
    }

    [Fact]
    public void ARowWithANaNOutputIsNeverRight()
    {
        Coin coin = new();
        coin.Parameters[0] = float.NaN;
        Assert.Equal(0, Accuracy(coin, new([[1f]], [[0f]])));
        Assert.Equal(0, Accuracy(coin, new([[1f]], [[1f]])));
        Dice dice = new();
        dice.Parameters[0] = float.NaN;
        Assert.All(new float[][] { [1, 0, 0], [0, 1, 0], [0, 0, 1] }, target => Assert.Equal(0, Accuracy(dice, new([[1f]], [target]))));
    }

    private static double Accuracy(ITrainableNetwork<float> network, Dataset<float> data) =>
        new Trainer<float>(new SgdOptimizer<float>(), new() { Metrics = [Metric.Accuracy], OutputScale = OutputScale.Probabilities }).Evaluate(network, data).Metrics["accuracy"];
}
