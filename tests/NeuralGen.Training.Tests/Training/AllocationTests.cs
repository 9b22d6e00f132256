using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

public class AllocationTests
{
    public static TheoryData<Optimizer<float>> Optimizers =>
    [
        new SgdOptimizer<float> { Momentum = 0.9, Nesterov = true, WeightDecay = 1e-4 },
        new RmsPropOptimizer<float> { Momentum = 0.5 },
        new AdamOptimizer<float> { WeightDecay = 1e-4 },
        new AdamWOptimizer<float>(),
    ];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void StepsOfAnEpochAllocateNothingAfterTheFirst(Optimizer<float> optimizer)
    {
        const int StepsPerEpoch = 150;
        long[] allocated = new long[2 * StepsPerEpoch];
        MlpNetwork<float> network = new(3, 8, dropout: 0.25)
        {
            BeforeGradient = call => allocated[call - 1] = GC.GetAllocatedBytesForCurrentThread(),
        };
        network.Initialize(1);
        TrainerOptions options = new()
        {
            Epochs = 2,
            BatchSize = 4,
            LearningRate = new LinearWarmup(0.5, new CosineDecay(0.01, 2)),
            Clipping = GradientClipping.ByGlobalNorm(1),
            ClassWeights = [1, 2],
            ProgressEverySteps = 1,
        };
        new Trainer<float>(optimizer, options).Fit(network, TestData.Random<float>(StepsPerEpoch * 4, 3, seed: 1), progress: new Silence());

        for (int epoch = 0; epoch < 2; epoch++)
        {
            long[] steps = allocated[((epoch * StepsPerEpoch) + 1)..((epoch + 1) * StepsPerEpoch)];
            Assert.Equal(0, steps[^1] - steps[0]);
        }
    }

    private sealed class Silence : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }
}
