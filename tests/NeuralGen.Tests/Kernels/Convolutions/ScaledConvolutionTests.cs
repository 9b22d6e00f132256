using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels.Convolutions;

/// <summary>Convolutions of single pixels whose channels are multiplied by a factor each, against sums in double precision.</summary>
public sealed class ScaledConvolutionTests
{
    // One vector, fewer lanes than one, pairs, last vectors that overlap, more channels than stay in a band, and one to three axes.
    public static TheoryData<int, int, int[], int> Shapes => new()
    {
        { 8, 16, [6, 6], 1 },
        { 5, 3, [7, 2], 3 },
        { 200, 48, [2, 96], 2 },
        { 32, 17, [30], 2 },
        { 3, 40, [2, 3, 4], 1 },
        { 700, 33, [14, 14], 1 },
        { 1, 9, [11, 1], 2 },
        { 2, 1, [9], 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Outputs_are_the_sums_of_scaled_channels(int channels, int units, int[] pixels, int samples)
    {
        int[] ones = [.. pixels.Select(_ => 1)], zeros = [.. pixels.Select(_ => 0)];
        ConvolutionCase sizes = new(new(pixels, ones, ones, ones, zeros, pixels), 1, channels, units, samples);
        Random random = new((channels * 100) + units);
        GuardedArray<float> weights = new(sizes.WeightCount, random), bias = new(units, random), input = new(sizes.InputLength, random);
        GuardedArray<float> factors = new(samples * channels, random), residual = new(sizes.OutputLength, random), output = new(sizes.OutputLength, random);
        int size = sizes.InputLength / samples;
        double[] sums = sizes.Output(weights.Before, bias.Before, i => input.Before(i) * factors.Before((i / size * channels) + (i % channels)));
        foreach (int lanes in (int[])[4, 8, 16])
        {
            PackedConvolution packed = new(weights.Span, bias.Span, sizes.Space.Window(), channels, units, 1, lanes);
            packed.ForwardScaled(input.Span, factors.Span, default, output.Span, samples);
            AssertClose(i => sums[i]);
            packed.ForwardScaled(input.Span, factors.Span, residual.Span, output.Span, samples);
            AssertClose(i => sums[i] + residual.Before(i));
            packed.ForwardScaledRelu(input.Span, factors.Span, default, output.Span, samples);
            AssertClose(i => Math.Max(0, sums[i]));
            packed.ForwardScaled(input.Span, factors.Span, residual.Span, output.Span, samples, default(Tanh));
            AssertClose(i => Math.Tanh(sums[i] + residual.Before(i)));

            // The weights are the same afterwards.
            packed.Forward(input.Span, output.Span, samples);
            double[] unscaled = sizes.Output(weights.Before, bias.Before, input.Before);
            AssertClose(i => unscaled[i]);
        }

        Assert.True(input.IsUnchanged && residual.IsUnchanged && factors.IsUnchanged && weights.IsUnchanged);

        void AssertClose(Func<int, double> expected)
        {
            Assert.True(output.GuardsAreUnchanged);
            for (int i = 0; i < sizes.OutputLength; i++)
            {
                Assert.True(Math.Abs(expected(i) - output.Span[i]) <= 1e-5 * (1 + Math.Abs(expected(i))), $"{output.Span[i]} at {i} is not {expected(i)}.");
            }

            output.Restore();
        }
    }

    [Fact]
    public void Calls_are_checked_and_allocate_nothing()
    {
        PackedConvolution packed = new(new float[32 * 16], default, new([6, 6], [1, 1], [1, 1], [1, 1], [0, 0], [6, 6]), 32, 16, 1);
        float[] input = new float[36 * 32], factors = new float[32], output = new float[36 * 16];
        Assert.Throws<ArgumentException>("factors", () => packed.ForwardScaled(input, new float[31], default, output, 1));
        Assert.Throws<ArgumentException>("residual", () => packed.ForwardScaled(input, factors, new float[1], output, 1));
        packed.ForwardScaled(input, factors, default, output, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        packed.ForwardScaled(input, factors, default, output, 1);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 8)]
    public void Other_convolutions_refuse(int kernel, int groups)
    {
        PackedConvolution packed = new(new float[8 * 8 / groups * kernel], default, new([9], [kernel], [1], [1], [kernel / 2], [9]), 8, 8, groups);
        Assert.Throws<InvalidOperationException>(() => packed.ForwardScaled(new float[72], new float[8], default, new float[72], 1));
    }

    [Fact]
    public void Products_that_do_not_overflow_with_the_pixels_do_not()
    {
        PackedConvolution packed = new([.. Enumerable.Repeat(1e10f, 8 * 16)], default, new([9], [1], [1], [1], [0], [9]), 8, 16, 1);
        float[] input = [.. Enumerable.Repeat(1e-30f, 72)], factors = [.. Enumerable.Repeat(1e30f, 8)], output = new float[144];
        packed.ForwardScaled(input, factors, default, output, 1);
        Assert.All(output, value => Assert.Equal(8e10, value, 1e5));
        factors[3] = float.NaN;
        packed.ForwardScaled(input, factors, default, output, 1);
        Assert.All(output, value => Assert.Equal(float.NaN, value));
    }
}
