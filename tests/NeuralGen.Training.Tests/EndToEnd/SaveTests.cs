using System.Numerics;
using NeuralGen.Training.Tests.EndToEnd.Data;
using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Networks;
using NeuralGen.Training.Tests.Training;

namespace NeuralGen.Training.Tests.EndToEnd;

public class SaveTests
{
    [Fact]
    public void TrainedNetworkIsReadBackToTheBitInSingle() => Check(new EveryLayer(), new EveryLayer(), TestData.Random<float>(40, 3, seed: 5));

    [Fact]
    public void TrainedNetworkIsReadBackToTheBitInDouble() => Check(new EveryLayerDouble(), new EveryLayerDouble(), TestData.Random<double>(40, 3, seed: 5));

    [Fact]
    public void NetworkOfAFileIsReadBackToTheBit() => Check(new Iris(), new Iris(), Files.Iris);

    private static void Check<T>(ITrainableNetwork<T> network, ITrainableNetwork<T> other, Dataset<T> data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        new Trainer<T>(new AdamOptimizer<T>(), new() { Epochs = 5, LearningRate = 0.01 }).Fit(network, data);
        using MemoryStream stream = new();
        network.Save(stream);
        stream.Position = 0;
        other.Initialize(8);
        Assert.NotEqual(Bits.Of<T>(network.Parameters), Bits.Of<T>(other.Parameters));

        other.Load(stream);

        Assert.Equal(Bits.Of<T>(network.Parameters), Bits.Of<T>(other.Parameters));
        Assert.Equal(Bits.Of<T>(network.Statistics), Bits.Of<T>(other.Statistics));
        Assert.False(other.NeedsNormalization);
        CheckPredictions(network, other, data);
    }

    private static void CheckPredictions<T>(ITrainableNetwork<T> network, ITrainableNetwork<T> other, Dataset<T> data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] outputs = new T[data.Rows * network.OutputSize];
        T[] otherOutputs = new T[outputs.Length];
        network.PredictBatch(data.Inputs, outputs);
        other.PredictBatch(data.Inputs, otherOutputs);
        Assert.Equal(Bits.Of<T>(outputs), Bits.Of<T>(otherOutputs));
        for (int row = 0; row < data.Rows; row++)
        {
            network.Predict(data.Row(row).Input, outputs.AsSpan(0, network.OutputSize));
            other.Predict(data.Row(row).Input, otherOutputs.AsSpan(0, network.OutputSize));
            Assert.Equal(Bits.Of<T>(outputs), Bits.Of<T>(otherOutputs));
        }
    }
}
