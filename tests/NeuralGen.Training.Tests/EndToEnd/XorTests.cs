using System.Numerics;
using NeuralGen.Training.Tests.EndToEnd.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

public class XorTests
{
    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AllFourAreRightInSingle(int seed)
    {
        Check<float>(new XorSingle(), seed, isSgd: false);
        Check<float>(new XorSingle(), seed, isSgd: true);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AllFourAreRightInDouble(int seed)
    {
        Check<double>(new XorDouble(), seed, isSgd: false);
        Check<double>(new XorDouble(), seed, isSgd: true);
    }

    private static void Check<T>(ITrainableNetwork<T> network, int seed, bool isSgd)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dataset<T> data = new([[T.Zero, T.Zero], [T.Zero, T.One], [T.One, T.Zero], [T.One, T.One]], [[T.Zero], [T.One], [T.One], [T.Zero]]);
        network.Initialize(seed);
        Trainer<T> trainer = isSgd
            ? new(new SgdOptimizer<T> { Momentum = 0.9 }, new() { Epochs = 600, BatchSize = 4, LearningRate = 0.3, Seed = seed })
            : new(new AdamOptimizer<T>(), new() { Epochs = 300, BatchSize = 4, LearningRate = 0.05, Seed = seed });
        trainer.Fit(network, data);

        T[] outputs = new T[4];
        network.PredictBatch(data.Inputs, outputs);
        for (int row = 0; row < outputs.Length; row++)
        {
            double error = double.CreateChecked(T.Abs(outputs[row] - data.Targets[row]));
            Assert.True(error < 0.1, $"Row {row} is wrong by {error}.");
        }
    }
}
