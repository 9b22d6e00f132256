using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class PackedConvolutionTests
{
    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Outputs_are_the_sums_over_windows(int seed)
    {
        ConvolutionCase sizes = ConvolutionCase.Draw(seed);
        Random random = new(seed);
        GuardedArray<float> weights = new(sizes.WeightCount, random), bias = new(sizes.Units, random), input = new(sizes.InputLength, random);
        GuardedArray<float> residual = new(sizes.OutputLength, random), output = new(sizes.OutputLength, random);
        PackedConvolution packed = new(weights.Span, bias.Span, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups);
        PackedConvolution withoutBias = new(weights.Span, default, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups);
        double[] sums = sizes.Output(weights.Before, bias.Before, input.Before);
        double[] unbiased = sizes.Output(weights.Before, _ => 0, input.Before);

        withoutBias.Forward(input.Span, output.Span, sizes.Samples);
        AssertClose(i => unbiased[i]);
        packed.Forward(input.Span, output.Span, sizes.Samples);
        AssertClose(i => sums[i]);
        packed.Forward(input.Span, residual.Span, output.Span, sizes.Samples);
        AssertClose(i => sums[i] + residual.Before(i));
        packed.ForwardRelu(input.Span, output.Span, sizes.Samples);
        AssertClose(i => Math.Max(0, sums[i]));
        packed.ForwardRelu(input.Span, residual.Span, output.Span, sizes.Samples);
        AssertClose(i => Math.Max(0, sums[i] + residual.Before(i)));
        packed.Forward(input.Span, output.Span, sizes.Samples, default(Tanh));
        AssertClose(i => Math.Tanh(sums[i]));
        packed.Forward(input.Span, residual.Span, output.Span, sizes.Samples, default(Tanh));
        AssertClose(i => Math.Tanh(sums[i] + residual.Before(i)));
        foreach (int lanes in new[] { 4, 8, 16 })
        {
            PackedConvolution width = new(weights.Span, bias.Span, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups, lanes);
            width.ForwardRelu(input.Span, residual.Span, output.Span, sizes.Samples);
            AssertClose(i => Math.Max(0, sums[i] + residual.Before(i)));
        }

        Assert.True(input.IsUnchanged && residual.IsUnchanged);

        void AssertClose(Func<int, double> expected)
        {
            Assert.True(output.GuardsAreUnchanged, sizes.ToString());
            for (int i = 0; i < sizes.OutputLength; i++)
            {
                double difference = Math.Abs(expected(i) - output.Span[i]);
                if (!(difference <= 4e-6 * (1 + Math.Abs(expected(i)))))
                {
                    Assert.Fail($"{sizes}: {output.Span[i]} at {i} is not {expected(i)}.");
                }
            }

            output.Restore();
        }
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void A_sample_has_the_same_outputs_wherever_it_stands(int seed)
    {
        ConvolutionCase sizes = ConvolutionCase.Draw(seed);
        Random random = new(seed);
        GuardedArray<float> weights = new(sizes.WeightCount, random), sample = new(sizes.InputLength / sizes.Samples, random);
        PackedConvolution packed = new(weights.Span, default, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups);
        float[] alone = new float[sizes.OutputLength / sizes.Samples], all = new float[5 * alone.Length];
        packed.Forward(sample.Span, alone, 1);
        packed.Forward([.. Enumerable.Range(0, 5).SelectMany(_ => sample.Span.ToArray())], all, 5);
        for (int i = 0; i < all.Length; i++)
        {
            Assert.Equal(alone[i % alone.Length], all[i]);
        }
    }

    // More than fits one band, one part of a row, or one chain of sums.
    public static TheoryData<ConvolutionCase> Large => new(
        new ConvolutionCase(new([3000], [5], [1], [3], [6], [3000]), 1, 40, 24, 1),
        new ConvolutionCase(new([3000], [3], [1], [1], [0], [2998]), 24, 24, 24, 1),
        new ConvolutionCase(new([70, 80], [3, 3], [1, 1], [1, 1], [1, 1], [70, 80]), 1, 16, 20, 1),
        new ConvolutionCase(new([71, 80], [3, 3], [2, 2], [1, 1], [1, 1], [36, 40]), 2, 32, 20, 1),
        new ConvolutionCase(new([40, 30], [1, 1], [1, 1], [1, 1], [0, 0], [40, 30]), 1, 70, 40, 1),
        new ConvolutionCase(new([2, 2], [1, 1], [1, 1], [1, 1], [0, 0], [2, 2]), 1, 1000, 9, 2),
        new ConvolutionCase(new([9, 9], [3, 3], [1, 1], [1, 1], [1, 1], [9, 9]), 1, 200, 17, 1),
        new ConvolutionCase(new([12, 14, 13], [3, 3, 3], [1, 2, 1], [1, 1, 1], [1, 0, 1], [12, 6, 13]), 1, 48, 16, 1),
        new ConvolutionCase(new([60, 70], [3, 3], [1, 1], [1, 1], [1, 1], [60, 70]), 40, 40, 40, 1),
        new ConvolutionCase(new([60, 70], [3, 3], [2, 2], [1, 1], [1, 1], [30, 35]), 36, 36, 36, 1),
        new ConvolutionCase(new([30, 40], [5, 5], [1, 1], [1, 1], [2, 2], [30, 40]), 16, 16, 16, 2));

    [Theory]
    [MemberData(nameof(Large))]
    public void Large_layers_are_computed_in_parts(ConvolutionCase sizes)
    {
        Random random = new(7);
        GuardedArray<float> weights = new(sizes.WeightCount, random), bias = new(sizes.Units, random), input = new(sizes.InputLength, random);
        GuardedArray<float> residual = new(sizes.OutputLength, random), output = new(sizes.OutputLength, random);
        double[] sums = sizes.Output(weights.Before, bias.Before, input.Before);
        foreach (int lanes in new[] { 4, 8, 16 })
        {
            PackedConvolution packed = new(weights.Span, bias.Span, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups, lanes);
            packed.Forward(input.Span, residual.Span, output.Span, sizes.Samples, default(Tanh));
            for (int i = 0; i < sums.Length; i++)
            {
                Assert.Equal(Math.Tanh(sums[i] + residual.Before(i)), output.Span[i], 1e-5);
            }

            Assert.True(output.GuardsAreUnchanged && input.IsUnchanged);
            output.Restore();
        }
    }

    // Rows of depthwise convolutions are read in place where their tiles know padding: every width, and every padding on either side.
    [Theory]
    [InlineData(3, 1)]
    [InlineData(5, 1)]
    [InlineData(3, 2)]
    public void Padding_that_is_nowhere_in_memory_counts_as_zero(int kernel, int stride)
    {
        for (int width = kernel; width <= 34; width++)
        {
            for (int before = 0; before <= kernel / 2; before++)
            {
                for (int behind = 0; behind <= kernel / 2; behind++)
                {
                    int outputs = ((width + before + behind - kernel) / stride) + 1;
                    ConvolutionCase sizes = new(new([2, width], [3, kernel], [1, stride], [1, 1], [1, before], [2, outputs]), 20, 20, 20, 1);
                    Random random = new(width);
                    GuardedArray<float> weights = new(sizes.WeightCount, random), input = new(sizes.InputLength, random), output = new(sizes.OutputLength, random);
                    double[] sums = sizes.Output(weights.Before, _ => 0, input.Before);
                    foreach (int lanes in new[] { 4, 8, 16 })
                    {
                        PackedConvolution packed = new(weights.Span, default, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups, lanes);
                        packed.Forward(input.Span, output.Span, sizes.Samples);
                        Assert.All(sums, (sum, i) => Assert.Equal(sum, output.Span[i], 1e-5));
                        Assert.True(output.GuardsAreUnchanged);
                        output.Restore();
                    }
                }
            }
        }
    }

    [Fact]
    public void Lengths_are_checked()
    {
        SpatialWindow window = new([4], [3], [1], [1], [1], [4]);
        Assert.Throws<ArgumentException>("weights", () => new PackedConvolution(new float[17], default, window, 2, 3, 1));
        Assert.Throws<ArgumentException>("bias", () => new PackedConvolution(new float[18], new float[2], window, 2, 3, 1));
        Assert.Throws<ArgumentException>("groups", () => new PackedConvolution(new float[18], default, window, 2, 3, 2));
        PackedConvolution packed = new(new float[18], new float[3], window, 2, 3, 1);
        Assert.Throws<ArgumentException>("input", () => packed.Forward(new float[9], new float[12], 1));
        Assert.Throws<ArgumentException>("output", () => packed.Forward(new float[8], new float[13], 1));
        Assert.Throws<ArgumentException>("residual", () => packed.Forward(new float[8], new float[11], new float[12], 1));
        packed.Forward(default, default, 0);
    }

    [Fact]
    public void NaN_stays()
    {
        PackedConvolution packed = new([1, 1, 1, 1], default, new([3], [1], [1], [1], [0], [3]), 1, 4, 1);
        float[] output = new float[12];
        packed.ForwardRelu([1, float.NaN, -1], output, 1);
        Assert.Equal([1, 1, 1, 1, float.NaN, float.NaN, float.NaN, float.NaN, 0, 0, 0, 0], output);
    }

    // With and without a copy of the input's rows, and by channels.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(24, 1)]
    public void Calls_allocate_nothing(int groups, int padding)
    {
        PackedConvolution packed = new(new float[24 * 24 / groups * 9], new float[24], new([9, 9], [3, 3], [1, 1], [1, 1], [padding, padding], [7, 7]), 24, 24, groups);
        float[] input = new float[81 * 24], output = new float[49 * 24], residual = new float[49 * 24];
        long before = 0;
        for (int i = 0; i < 2; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            packed.Forward(input, output, 1);
            packed.ForwardRelu(input, residual, output, 1);
            packed.Forward(input, output, 1, default(Tanh));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
