using System.Numerics;

namespace NeuralGen.Training.Tests.Optimizers;

public class OptimizerTests
{
    private const int Steps = 7;
    private const double Rate = 0.05;

    // Below, at and above the size of a block, and no multiple of a vector's width.
    public static TheoryData<int> Lengths => [1, 7, 512, 513, 1541];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void SgdFollowsPyTorch(int length)
    {
        Check(length, new SgdOptimizer<double>(), new SgdOptimizer<float>(), (p, g) => ReferenceOptimizers.Sgd(p, g, Rate, 0, false, 0));
        Check(length, new SgdOptimizer<double> { Momentum = 0.9, WeightDecay = 0.1 }, new SgdOptimizer<float> { Momentum = 0.9, WeightDecay = 0.1 }, (p, g) => ReferenceOptimizers.Sgd(p, g, Rate, 0.9, false, 0.1));
        Check(length, new SgdOptimizer<double> { Momentum = 0.8, Nesterov = true }, new SgdOptimizer<float> { Momentum = 0.8, Nesterov = true }, (p, g) => ReferenceOptimizers.Sgd(p, g, Rate, 0.8, true, 0));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void RmsPropFollowsPyTorch(int length)
    {
        Check(length, new RmsPropOptimizer<double>(), new RmsPropOptimizer<float>(), (p, g) => ReferenceOptimizers.RmsProp(p, g, Rate, 0.99, 1e-8, 0, 0));
        Check(
            length,
            new RmsPropOptimizer<double> { Alpha = 0.9, Epsilon = 1e-3, Momentum = 0.5, WeightDecay = 0.1 },
            new RmsPropOptimizer<float> { Alpha = 0.9, Epsilon = 1e-3, Momentum = 0.5, WeightDecay = 0.1 },
            (p, g) => ReferenceOptimizers.RmsProp(p, g, Rate, 0.9, 1e-3, 0.5, 0.1));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AdamFollowsPyTorch(int length)
    {
        Check(length, new AdamOptimizer<double>(), new AdamOptimizer<float>(), (p, g) => ReferenceOptimizers.Adam(p, g, Rate, 0.9, 0.999, 1e-8, 0, false));
        Check(
            length,
            new AdamOptimizer<double> { Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.1 },
            new AdamOptimizer<float> { Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.1 },
            (p, g) => ReferenceOptimizers.Adam(p, g, Rate, 0.8, 0.95, 1e-3, 0.1, false));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AdamWFollowsPyTorch(int length)
    {
        Check(length, new AdamWOptimizer<double>(), new AdamWOptimizer<float>(), (p, g) => ReferenceOptimizers.Adam(p, g, Rate, 0.9, 0.999, 1e-8, 0.01, true));
        Check(length, new AdamWOptimizer<double> { WeightDecay = 0.3 }, new AdamWOptimizer<float> { WeightDecay = 0.3 }, (p, g) => ReferenceOptimizers.Adam(p, g, Rate, 0.9, 0.999, 1e-8, 0.3, true));
    }

    [Fact]
    public void FirstStepOfAdamMovesByTheLearningRate()
    {
        double[] parameters = [1, 1];
        new AdamOptimizer<double>().Step(parameters, [100, -0.001], 0.1);

        Assert.Equal(0.9, parameters[0], 1e-9);
        Assert.Equal(1.1, parameters[1], 1e-5);
    }

    [Fact]
    public void RestoredStateGoesOnToTheSameBits()
    {
        foreach ((Optimizer<float> original, Optimizer<float> copy) in Pairs())
        {
            float[] parameters = [1, 2, 3];
            original.Step(parameters, [0.1f, 0.2f, -0.3f], 0.1f);
            original.Step(parameters, [0.3f, 0.1f, 0.3f], 0.1f);
            copy.Restore(original.StepCount, original.State);
            float[] copied = [.. parameters];

            original.Step(parameters, [0.5f, -0.1f, 0.3f], 0.1f);
            copy.Step(copied, [0.5f, -0.1f, 0.3f], 0.1f);

            Assert.Equal(3, copy.StepCount);
            Assert.Equal(parameters.Select(BitConverter.SingleToInt32Bits), copied.Select(BitConverter.SingleToInt32Bits));
        }
    }

    [Fact]
    public void ResetMakesTheNextStepTheFirst()
    {
        AdamOptimizer<double> optimizer = new();
        double[] parameters = [1];
        optimizer.Step(parameters, [5], 0.1);
        double once = parameters[0];
        optimizer.Step(parameters, [-3], 0.1);

        optimizer.Reset();
        parameters[0] = 1;
        optimizer.Step(parameters, [5], 0.1);

        Assert.Equal(once, parameters[0]);
        Assert.Equal(1, optimizer.StepCount);
    }

    [Fact]
    public void WrongLengthsAreNamed()
    {
        AdamOptimizer<float> optimizer = new();
        ArgumentException lengths = Assert.Throws<ArgumentException>("gradient", () => optimizer.Step(new float[3], new float[2], 1));
        Assert.Contains("2 values; there are 3 parameters", lengths.Message, StringComparison.Ordinal);

        optimizer.Step(new float[3], new float[3], 1);
        ArgumentException state = Assert.Throws<ArgumentException>(() => optimizer.Step(new float[4], new float[4], 1));
        Assert.Contains("state of 3 parameters; 4 were passed", state.Message, StringComparison.Ordinal);

        Assert.Throws<ArgumentException>("state", () => optimizer.Restore(1, new float[3]));
        Assert.Throws<ArgumentException>("state", () => optimizer.Restore(0, new float[4]));
        Assert.Throws<ArgumentException>("state", () => new SgdOptimizer<float>().Restore(1, new float[4]));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void HyperparametersOutsideTheirRangesAreRejected(double fraction)
    {
        Assert.Throws<ArgumentOutOfRangeException>("Momentum", () => new SgdOptimizer<float> { Momentum = fraction });
        Assert.Throws<ArgumentOutOfRangeException>("Alpha", () => new RmsPropOptimizer<float> { Alpha = fraction });
        Assert.Throws<ArgumentOutOfRangeException>("Beta1", () => new AdamOptimizer<float> { Beta1 = fraction });
        Assert.Throws<ArgumentOutOfRangeException>("Beta2", () => new AdamOptimizer<float> { Beta2 = fraction });
        Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => new AdamOptimizer<float> { Epsilon = -Math.Abs(fraction) });
    }

    [Fact]
    public void StepsAllocateNothingAfterTheFirst()
    {
        foreach ((Optimizer<float> optimizer, _) in Pairs())
        {
            float[] parameters = new float[1541];
            float[] gradient = new float[1541];
            optimizer.Step(parameters, gradient, 0.1f);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 200; step++)
            {
                optimizer.Step(parameters, gradient, 0.1f);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static IEnumerable<(Optimizer<float> Original, Optimizer<float> Copy)> Pairs() =>
    [
        (new SgdOptimizer<float>(), new SgdOptimizer<float>()),
        (new SgdOptimizer<float> { Momentum = 0.9, Nesterov = true, WeightDecay = 0.1 }, new SgdOptimizer<float> { Momentum = 0.9, Nesterov = true, WeightDecay = 0.1 }),
        (new RmsPropOptimizer<float> { Momentum = 0.5 }, new RmsPropOptimizer<float> { Momentum = 0.5 }),
        (new AdamOptimizer<float>(), new AdamOptimizer<float>()),
        (new AdamWOptimizer<float>(), new AdamWOptimizer<float>()),
    ];

    private static void Check(int length, Optimizer<double> inDouble, Optimizer<float> inSingle, Action<double[], double[][]> reference)
    {
        SplitMix64 random = new((ulong)length);
        double[] expected = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
        double[][] gradients = [.. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[] actual = Train(inDouble, expected, gradients);
        double[] single = Train(inSingle, expected, gradients);
        reference(expected, gradients);
        for (int index = 0; index < length; index++)
        {
            Assert.Equal(expected[index], actual[index], 1e-11);
            Assert.Equal(expected[index], single[index], 1e-4);
        }
    }

    private static double[] Train<T>(Optimizer<T> optimizer, double[] start, double[][] gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = Array.ConvertAll(start, T.CreateChecked);
        foreach (double[] gradient in gradients)
        {
            optimizer.Step(parameters, Array.ConvertAll(gradient, T.CreateChecked), T.CreateChecked(Rate));
        }

        return Array.ConvertAll(parameters, double.CreateChecked);
    }
}
