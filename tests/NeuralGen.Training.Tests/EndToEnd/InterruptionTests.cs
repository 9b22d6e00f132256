using System.Numerics;
using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Networks;
using NeuralGen.Training.Tests.Training;

namespace NeuralGen.Training.Tests.EndToEnd;

public class InterruptionTests
{
    private const int Rows = 43;

    /// <summary>Before the first step, within an epoch, at its end, late.</summary>
    public static TheoryData<int> Steps => [0, 1, 7, 8, 9, 20, 55];

    [Theory]
    [MemberData(nameof(Steps))]
    public void ResumedTrainingEqualsUninterruptedInSingle(int step) => Check<float>(() => new EveryLayer(), step);

    [Theory]
    [MemberData(nameof(Steps))]
    public void ResumedTrainingEqualsUninterruptedInDouble(int step) => Check<double>(() => new EveryLayerDouble(), step);

    private static void Check<T>(Func<ITrainableNetwork<T>> create, int step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dataset<T> data = TestData.Random<T>(Rows, 3, seed: 5);
        ITrainableNetwork<T> whole = create();
        Trainer<T> trainer = CreateTrainer(data);
        TrainingHistory history = trainer.Fit(whole, data);

        ITrainableNetwork<T> resumed = create();
        resumed.Initialize(77);
        Trainer<T> second = CreateTrainer(data);
        TrainingHistory resumedHistory = second.Resume(Interrupt(create(), data, step), resumed, data);

        Assert.Equal(Bits.Of(history), Bits.Of(resumedHistory));
        Assert.Equal(Bits.Of<T>(whole.Parameters), Bits.Of<T>(resumed.Parameters));
        Assert.Equal(Bits.Of<T>(whole.Statistics), Bits.Of<T>(resumed.Statistics));
        Assert.Equal(Bits.Of<T>(trainer.Optimizer.State), Bits.Of<T>(second.Optimizer.State));
        Assert.Equal(Predict(whole, data), Predict(resumed, data));
    }

    /// <summary>Cancels training after a step, and sends the checkpoint through a stream.</summary>
    private static TrainingCheckpoint<T> Interrupt<T>(ITrainableNetwork<T> network, Dataset<T> data, int step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using CancellationTokenSource cancellation = new();
        StepProgress progress = new(done =>
        {
            if (done == step)
            {
                cancellation.Cancel();
            }
        });
        if (step == 0)
        {
            cancellation.Cancel();
        }

        Trainer<T> trainer = CreateTrainer(data);
        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(
            () => trainer.Fit(network, data, progress: progress, cancellationToken: cancellation.Token));
        Assert.Equal(step, exception.Step);
        using MemoryStream stream = new();
        trainer.SaveCheckpoint(stream);
        stream.Position = 0;
        return TrainingCheckpoint.Load<T>(stream);
    }

    private static Trainer<T> CreateTrainer<T>(Dataset<T> data)
        where T : unmanaged, IFloatingPointIeee754<T> => new(new AdamWOptimizer<T>(), new()
        {
            Epochs = 8,
            BatchSize = 5,
            Seed = 11,
            LearningRate = new LinearWarmup(1.5, new CosineDecay(0.05, 8)),
            ValidationSplit = 0.1,
            EarlyStoppingPatience = 8,
            ClassWeights = data.BalancedClassWeights(),
            Clipping = GradientClipping.ByGlobalNorm(1),
            Metrics = [Metric.Accuracy, Metric.LogLoss],
            ProgressEverySteps = 1,
        });

    private static byte[] Predict<T>(ITrainableNetwork<T> network, Dataset<T> data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] outputs = new T[data.Rows];
        network.PredictBatch(data.Inputs, outputs);
        return Bits.Of<T>(outputs);
    }
}
