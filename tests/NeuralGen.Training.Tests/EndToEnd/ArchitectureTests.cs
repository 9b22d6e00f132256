using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Training does not go on with another network, be it of the same sizes.</summary>
public class ArchitectureTests
{
    [Fact]
    public void AnotherActivationIsNamed()
    {
        Dataset<float> data = TestData.Random<float>(9, 2, 1);
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = 2 });
        trainer.Fit(new XorSingle(), data);
        XorRelu other = new();
        float[] before = other.Parameters.ToArray();
        FormatException error = Assert.Throws<FormatException>(() => trainer.Resume(trainer.CreateCheckpoint(), other, data));
        Assert.Equal(
            "The checkpoint is of another network: its layer 0 is 'type: dense, name: hidden, activation: tanh, weights 8x2, bias 8', "
            + "here it is 'type: dense, name: hidden, activation: relu, weights 8x2, bias 8'.",
            error.Message);
        Assert.Equal(before, other.Parameters.ToArray());
        Assert.Equal(4, new Trainer<float>(new AdamOptimizer<float>(), new() { Epochs = 4 }).Resume(trainer.CreateCheckpoint(), new XorSingle(), data).Epochs.Count);
    }
}
