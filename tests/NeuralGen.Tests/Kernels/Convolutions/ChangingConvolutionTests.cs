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
