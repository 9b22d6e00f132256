namespace NeuralGen.Tests.Kernels.Convolutions;

/// <summary>Convolutions whose weights come with each call: one window serves layers of several sizes and several threads, and calls allocate nothing.</summary>
public sealed class ChangingConvolutionTests
{
    private static readonly (int Channels, int Units, int Groups)[] Layers = [(3, 8, 1), (8, 3, 1), (8, 8, 8), (8, 16, 4), (20, 17, 1)];

    [Fact]
    public void One_window_serves_layers_of_several_sizes_and_threads()
    {
        SpatialWindow window = Window();
        (ConvolutionCase Sizes, float[] Weights, float[] Bias, float[] Input, double[] Sums)[] cases = [.. Layers.Select(layer =>
        {
            ConvolutionCase sizes = new(new([9, 11], [3, 3], [1, 1], [1, 1], [1, 1], [9, 11]), layer.Groups, layer.Channels, layer.Units, 2);
            Random random = new(layer.Channels + (layer.Units * 100));
            float[] weights = Numbers(random, sizes.WeightCount), bias = Numbers(random, layer.Units), input = Numbers(random, sizes.InputLength);
            return (sizes, weights, bias, input, sizes.Output(i => weights[i], i => bias[i], i => input[i]));
        })];
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, turn =>
        {
            var (sizes, weights, bias, input, sums) = cases[turn % cases.Length];
            float[] output = new float[sums.Length];
            ConvolutionKernels.Forward(weights, bias, input, output, window, sizes.Groups, 2);
            for (int i = 0; i < output.Length; i++)
            {
                Assert.Equal(sums[i], output[i], 1e-4);
            }
        });
    }

    /// <summary>Kernels that begin farther before the input than they reach, strides and gaps: the gradient is no convolution there, or one of another kind.</summary>
    [Theory]
    [InlineData(3, 1, 1, 5)]
    [InlineData(1, 1, 1, 2)]
    [InlineData(3, 2, 1, 1)]
    [InlineData(3, 1, 3, 2)]
    [InlineData(4, 1, 1, 0)]
    public void Gradients_are_those_of_differences(int kernel, int stride, int dilation, int padding)
    {
        const int Length = 13, Channels = 4, Units = 5;
        int output = ((Length + (2 * padding) - ((kernel - 1) * dilation) - 1) / stride) + 1;
        SpatialWindow window = new([Length], [kernel], [stride], [dilation], [padding], [output]);
        ConvolutionCase sizes = new(new([Length], [kernel], [stride], [dilation], [padding], [output]), 1, Channels, Units, 1);
        Random random = new(kernel + stride + dilation + padding);
        float[] weights = Numbers(random, sizes.WeightCount), input = Numbers(random, sizes.InputLength), deltas = Numbers(random, sizes.OutputLength);
        float[] inputDeltas = new float[input.Length], gradient = new float[weights.Length];
        ConvolutionKernels.AddInputGradient(weights, deltas, inputDeltas, window, 1, 1);
        ConvolutionKernels.AddParameterGradient(input, deltas, gradient, default, window, 1, 1);

        // The sum of outputs times deltas is linear in each number, so a difference of 1 is its derivative.
        double Sum(Func<int, double> weight, Func<int, double> value) => sizes.Output(weight, _ => 0, value).Select((sum, i) => sum * deltas[i]).Sum();
        double before = Sum(i => weights[i], i => input[i]);
        for (int at = 0; at < input.Length; at++)
        {
            Assert.Equal(Sum(i => weights[i], i => input[i] + (i == at ? 1 : 0)) - before, inputDeltas[at], 1e-4);
        }

        for (int at = 0; at < weights.Length; at++)
        {
            Assert.Equal(Sum(i => weights[i] + (i == at ? 1 : 0), i => input[i]) - before, gradient[at], 1e-4);
        }
    }

    /// <summary>Zeros beside an image are not multiplied with weights that are not finite, in depthwise convolutions and in gradients; as in double precision.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 2)]
    [InlineData(4, 0)]
    [InlineData(4, 2)]
    public void Weights_that_are_not_finite_are_multiplied_as_in_double_precision(int groups, int tap)
    {
        SpatialWindow window = new([12], [3], [1], [1], [1], [12]);
        float[] weights = new float[4 * (4 / groups) * 3], input = new float[48], output = new float[48], inputDeltas = new float[48];
        Array.Fill(weights, 1);
        Array.Fill(input, 1);
        weights[tap] = float.PositiveInfinity;
        double[] wide = new double[48], wideDeltas = new double[48], wideWeights = [.. weights.Select(weight => (double)weight)], wideInput = [.. input.Select(value => (double)value)];
        ConvolutionKernels.Forward(weights, default, input, output, window, groups, 1);
        ConvolutionKernels.Forward(wideWeights, default, wideInput, wide, window, groups, 1);
        ConvolutionKernels.AddInputGradient(weights, input, inputDeltas, window, groups, 1);
        ConvolutionKernels.AddInputGradient(wideWeights, wideInput, wideDeltas, window, groups, 1);
        Assert.Equal(wide, output.Select(value => (double)value));
        Assert.Equal(wideDeltas, inputDeltas.Select(value => (double)value));
        Assert.Contains(double.PositiveInfinity, wide);
    }

    [Fact]
    public void Without_channels_the_bias_is_left_and_without_units_nothing()
    {
        SpatialWindow window = new([5], [3], [1], [1], [1], [5]);
        float[] output = new float[10], inputDeltas = new float[10];
        ConvolutionKernels.Forward(default, [1f, 2f], default, output, window, 1, 1);
        Assert.Equal([1, 2, 1, 2, 1, 2, 1, 2, 1, 2], output);
        ConvolutionKernels.AddInputGradient(default, default, inputDeltas, window, 1, 1);
        Assert.All(inputDeltas, value => Assert.Equal(0, value));
    }

    /// <summary>Padding that is many times as wide as the image is not copied beside each row.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rows_in_wide_padding_have_gradients(int groups)
    {
        const int Rows = 3000;
        ConvolutionCase sizes = new(new([Rows, 1], [1, 65], [1, 1], [1, 1], [0, 64], [Rows, 1]), groups, 2, 2, 1);
        Random random = new(groups);
        float[] input = Numbers(random, sizes.InputLength), deltas = Numbers(random, sizes.OutputLength), gradient = new float[sizes.WeightCount];
        ConvolutionKernels.AddParameterGradient(input, deltas, gradient, default, sizes.Space.Window(), groups, 1);
        for (int at = 0; at < gradient.Length; at++)
        {
            // The last tap alone reads the one pixel of a row.
            int unit = at / (gradient.Length / 2), channel = groups == 2 ? unit : at / 65 % 2;
            double expected = at % 65 == 64 ? Enumerable.Range(0, Rows).Sum(row => (double)input[(row * 2) + channel] * deltas[(row * 2) + unit]) : 0;
            Assert.Equal(expected, gradient[at], 1e-3);
        }
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        SpatialWindow window = Window();
        float[] weights = new float[8 * 3 * 9], bias = new float[8], input = new float[99 * 3], output = new float[99 * 8], inputDeltas = new float[99 * 3];
        void Call()
        {
            ConvolutionKernels.Forward(weights, bias, input, output, window, 1, 1);
            ConvolutionKernels.AddInputGradient(weights, output, inputDeltas, window, 1, 1);
            ConvolutionKernels.AddParameterGradient(input, output, weights, bias, window, 1, 1);
        }

        Call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Call();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static SpatialWindow Window() => new([9, 11], [3, 3], [1, 1], [1, 1], [1, 1], [9, 11]);

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
