using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Packed;

namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class JoinedPixelsTests
{
    // Units, and how many pixels of a row of 48 fill vectors of 4, 8 and 16 lanes with a kernel of 3; 1 where that gains nothing.
    [Theory]
    [InlineData(1, 4, 8, 16)]
    [InlineData(2, 2, 4, 8)]
    [InlineData(4, 1, 2, 4)]
    [InlineData(5, 1, 1, 2)]
    [InlineData(8, 1, 1, 2)]
    [InlineData(9, 1, 1, 1)]
    [InlineData(16, 1, 1, 1)]
    public void As_many_pixels_are_joined_as_fill_a_vector(int units, int narrow, int wide, int widest)
    {
        Assert.Equal(narrow, Joined(units, 4));
        Assert.Equal(wide, Joined(units, 8));
        Assert.Equal(widest, Joined(units, 16));

        static int Joined(int units, int lanes)
        {
            ConvolutionCase sizes = Case(units, width: 48, kernel: 3, stride: 1);
            ConvolutionShape shape = ConvolutionShape.Of(sizes.Space.Window(), 1, sizes.Channels, units, ("weights", sizes.WeightCount));
            BandedConvolution? joined = JoinedPixels.Of(new float[sizes.WeightCount], default, shape, lanes);
            return joined is null ? 1 : joined.Band(0).Pixels == 0 ? 0 : 48 / joined.Band(0).Pixels;
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(5, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 2)]
    [InlineData(7, 3)]
    public void Outputs_are_the_sums_over_windows(int kernel, int stride)
    {
        foreach (int units in (int[])[1, 2, 3, 4, 5, 6, 7, 8])
        {
            foreach (int width in (int[])[16, 18, 20, 24, 28, 32])
            {
                ConvolutionCase sizes = Case(units, width, kernel, stride);
                Random random = new(units + width);
                GuardedArray<float> weights = new(sizes.WeightCount, random), bias = new(units, random), input = new(sizes.InputLength, random);
                GuardedArray<float> residual = new(sizes.OutputLength, random), output = new(sizes.OutputLength, random);
                double[] sums = sizes.Output(weights.Before, bias.Before, input.Before);
                foreach (int lanes in (int[])[4, 8, 16])
                {
                    PackedConvolution packed = new(weights.Span, bias.Span, sizes.Space.Window(), sizes.Channels, units, 1, lanes);
                    packed.ForwardRelu(input.Span, residual.Span, output.Span, sizes.Samples);
                    Assert.All(sums, (sum, i) => Assert.Equal(Math.Max(0, sum + residual.Before(i)), output.Span[i], 1e-5));
                    Assert.True(output.GuardsAreUnchanged);
                    output.Restore();
                }
            }
        }
    }

    // An input that is not finite takes the plain way; it stands in a row that no window of the first output rows reads.
    [Fact]
    public void Sums_of_one_chain_keep_their_bits()
    {
        foreach (int units in (int[])[1, 2, 4, 8])
        {
            ConvolutionCase sizes = new(new([9, 16], [3, 3], [1, 1], [1, 1], [1, 1], [9, 16]), 1, 3, units, 1);
            Random random = new(units);
            float[] weights = Draw(sizes.WeightCount), bias = Draw(units), input = Draw(sizes.InputLength);
            float[] joined = new float[sizes.OutputLength], plain = new float[sizes.OutputLength];
            foreach (int lanes in (int[])[4, 8, 16])
            {
                PackedConvolution packed = new(weights, bias, sizes.Space.Window(), sizes.Channels, units, 1, lanes);
                packed.Forward(input, joined, 1);
                float last = input[^1];
                input[^1] = float.NaN;
                packed.Forward(input, plain, 1);
                input[^1] = last;
                int seen = 7 * 16 * units;
                Assert.Equal(plain[..seen].Select(BitConverter.SingleToUInt32Bits), joined[..seen].Select(BitConverter.SingleToUInt32Bits));
                Assert.Contains(plain, float.IsNaN);
            }

            float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        }
    }

    // The joined pixels multiply each other's inputs with zero.
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_stays_in_the_windows_that_read_it(float value)
    {
        ConvolutionCase sizes = Case(units: 4, width: 16, kernel: 3, stride: 1);
        Random random = new(5);
        float[] weights = [.. Enumerable.Range(0, sizes.WeightCount).Select(_ => 1 + random.NextSingle())];
        float[] input = new float[sizes.InputLength], output = new float[sizes.OutputLength];
        const int Pixel = 7;
        input[Pixel * sizes.Channels] = value;
        foreach (int lanes in (int[])[4, 8, 16])
        {
            new PackedConvolution(weights, default, sizes.Space.Window(), sizes.Channels, 4, 1, lanes).Forward(input, output, sizes.Samples);
            for (int i = 0; i < output.Length; i++)
            {
                int line = i / 4 / 16, pixel = i / 4 % 16;
                bool isRead = line <= 1 && Math.Abs(pixel - Pixel) <= 1;
                Assert.True(isRead ? !float.IsFinite(output[i]) : output[i] == 0, $"Output {i}, of pixel {pixel} of line {line}, is {output[i]}.");
            }
        }
    }

    private static ConvolutionCase Case(int units, int width, int kernel, int stride)
    {
        int input = ((width - 1) * stride) + kernel - (2 * (kernel / 2));
        return new(new([3, input], [3, kernel], [1, stride], [1, 1], [1, kernel / 2], [3, width]), 1, 2, units, 1);
    }
}
