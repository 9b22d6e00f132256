using NeuralGen.Training.Tests.EndToEnd.Data;
using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.EndToEnd;

public class GeneratedAllocationTests
{
    [Fact]
    public void StepsOfASmallNetworkAllocateNothing() => Check(new EveryLayer(), TestData.Random<float>(600, 3, seed: 1), [1, 2]);

    [Fact]
    public void StepsOfALargerNetworkAllocateNothing() => Check(new Spirals(), SpiralData.Draw(300, seed: 1), [1, 2]);

    [Fact]
    public void StepsOfAClassifierAllocateNothing() => Check(new Iris(), Files.Iris, [1, 2, 3]);

    private static void Check(ITrainableNetwork<float> network, Dataset<float> data, double[] classWeights)
    {
        const int Epochs = 2;
        const int BatchSize = 4;
        int stepsPerEpoch = (data.Rows + BatchSize - 1) / BatchSize;
        long[] allocated = new long[Epochs * stepsPerEpoch];
        Trainer<float> trainer = new(new AdamOptimizer<float> { WeightDecay = 1e-4 }, new()
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            LearningRate = new LinearWarmup(0.5, new CosineDecay(0.01, Epochs)),
            Clipping = GradientClipping.ByGlobalNorm(1),
            ClassWeights = classWeights,
            ProgressEverySteps = 1,
        });
        StepProgress progress = new(step => allocated[step - 1] = GC.GetAllocatedBytesForCurrentThread());
        trainer.Fit(network, data, progress: progress);

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            // From the end of the epoch's first step, which makes the optimizer's state, to that of its last.
            long[] steps = allocated[(epoch * stepsPerEpoch)..((epoch + 1) * stepsPerEpoch)];
            Assert.NotEqual(0, steps[0]);
            Assert.Equal(0, steps[^1] - steps[0]);
        }
    }
}
