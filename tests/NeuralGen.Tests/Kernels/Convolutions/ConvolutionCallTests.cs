namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class ConvolutionCallTests
{
    // Two samples of five pixels and four channels; six units in two groups; kernel 3.
    private static readonly SpatialWindow Window = new([5], [3], [1], [1], [1], [5]);

    [Theory]
    [InlineData(35, 6, 40, 60, 2)]
    [InlineData(36, 5, 40, 60, 2)]
    [InlineData(36, 6, 41, 60, 2)]
    [InlineData(36, 6, 40, 61, 2)]
    [InlineData(36, 6, 40, 60, 3)]
    [InlineData(36, 6, 40, 60, -1)]
    [InlineData(36, 6, 40, 60, 0)]
    public void Wrong_lengths_are_refused(int weights, int bias, int input, int output, int samples)
    {
        float[] w = new float[weights], b = new float[bias], x = new float[input], y = new float[output];
        Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.Forward(w, b, x, y, Window, 2, samples));
        Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.AddParameterGradient(x, y, w, b, Window, 2, samples));
        if (bias == 6)
        {
            Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.AddInputGradient(w, y, x, Window, 2, samples));
            Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.AddTransposedInputGradient(w, x, y, Window, 2, samples));
        }

        float[] c = new float[bias == 6 ? 4 : 5];
        Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.ForwardTransposed(w, c, y, x, Window, 2, samples));
        Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.AddTransposedParameterGradient(y, x, w, c, Window, 2, samples));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    public void Groups_divide_channels_and_units(int groups) =>
        Assert.ThrowsAny<ArgumentException>(() => ConvolutionKernels.Forward(new float[36], default, new float[40], new float[60], Window, groups, 2));

    [Fact]
    public void No_samples_are_no_work()
    {
        float[] gradient = [.. Enumerable.Repeat(1f, 36)];
        ConvolutionKernels.Forward(new float[36], new float[6], [], [], Window, 2, 0);
        ConvolutionKernels.AddParameterGradient([], [], gradient, default, Window, 2, 0);
        Assert.All(gradient, value => Assert.Equal(1, value));
        ConvolutionKernels.AddParameterGradient([], [], gradient, default, Window, 2, 0, isFirst: true);
        Assert.All(gradient, value => Assert.Equal(0, value));
        PoolKernels.Max(default(ReadOnlySpan<float>), default, Window, 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void Nothing_is_allocated(int groups)
    {
        SpatialWindow window = new([6, 6], [3, 3], [1, 1], [1, 1], [1, 1], [6, 6]);
        double[] weights = new double[12 * 12 / groups * 9], bias = new double[12], input = new double[432], output = new double[432], gradient = new double[432];
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            ConvolutionKernels.Forward(weights, bias, input, output, window, groups, 1);
            ConvolutionKernels.AddInputGradient(weights, output, gradient, window, groups, 1);
            ConvolutionKernels.AddParameterGradient(input, output, weights, bias, window, groups, 1);
            PoolKernels.Max(input, output, window, 1);
            PoolKernels.MaxGradient(input, output, gradient, window, 1);
            PoolKernels.Average(input, output, window, true, 1);
            PoolKernels.AverageGradient(output, gradient, window, true, 1);
            ChannelOrder.ToChannelsFirst<double>(input, output, 12, 36, 1);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // The output is linear in inputs and weights, so that differences are exact up to rounding.
    [Fact]
    public void Gradients_are_those_of_differences()
    {
        ConvolutionCase sizes = new(new([5, 6], [3, 2], [2, 1], [1, 2], [1, 0], [3, 5]), 2, 4, 6, 2);
        SpatialWindow window = sizes.Space.Window();
        Random random = new(4);
        double[] weights = Values(random, sizes.WeightCount), input = Values(random, sizes.InputLength), deltas = Values(random, sizes.OutputLength);
        double[] inputDeltas = new double[input.Length], weightGradient = new double[weights.Length], output = new double[deltas.Length];
        ConvolutionKernels.AddInputGradient(weights, deltas, inputDeltas, window, 2, 2);
        ConvolutionKernels.AddParameterGradient(input, deltas, weightGradient, default, window, 2, 2);
        AssertDifferences(input, inputDeltas);
        AssertDifferences(weights, weightGradient);

        void AssertDifferences(double[] variables, double[] gradient)
        {
            for (int i = 0; i < variables.Length; i++)
            {
                double old = variables[i], loss = Loss();
                variables[i] = old + 1;
                Assert.Equal(gradient[i], Loss() - loss, 1e-12);
                variables[i] = old;
            }
        }

        double Loss()
        {
            ConvolutionKernels.Forward(weights, default, input, output, window, 2, 2);
            return output.Zip(deltas, (value, delta) => value * delta).Sum();
        }
    }

    private static double[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
}
