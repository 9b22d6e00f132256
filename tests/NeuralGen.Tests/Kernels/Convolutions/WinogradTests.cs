using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Winograd;
using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels.Convolutions;

/// <summary>Convolutions with kernels of 3 × 3, 3 × 1 and 1 × 3 over many channels, which take fewer multiplications, against sums in double precision.</summary>
public sealed class WinogradTests
{
    // Tiles of 2 and of 4 outputs, also such that reach beyond the image, every width of vectors, and images of which the padding is a large part.
    public static TheoryData<int, int, int, int, int> Shapes => new()
    {
        { 32, 32, 4, 5, 1 },
        { 32, 48, 7, 7, 1 },
        { 40, 56, 13, 9, 0 },
        { 36, 44, 14, 14, 1 },
        { 32, 32, 28, 28, 1 },
        { 32, 48, 29, 31, 2 },
        { 33, 32, 8, 8, 1 },
        { 16, 20, 9, 6, 1 },
        { 32, 36, 40, 26, 1 },

        // Weights that do not stay in a cache, and more tiles than are then taken at once.
        { 88, 88, 30, 31, 1 },
    };

    // Along one axis: last tiles of one to four outputs, channels and units that do not fill vectors, padding on one side only, and images of one axis.
    public static TheoryData<int, int, int[], int[], int[], int[]> Rows => new()
    {
        { 48, 48, [6, 9], [1, 3], [0, 1], [6, 9] },
        { 48, 56, [9, 6], [3, 1], [1, 0], [9, 6] },
        { 48, 72, [7, 32], [1, 3], [0, 0], [7, 30] },
        { 50, 53, [13, 5], [3, 1], [0, 0], [11, 5] },
        { 72, 48, [76, 4], [3, 1], [2, 0], [76, 4] },
        { 96, 96, [4, 4], [3, 1], [1, 0], [4, 4] },
        { 52, 64, [100], [3], [1], [100] },
        { 49, 48, [8], [3], [0], [6] },
        { 48, 49, [1, 7], [1, 3], [0, 2], [1, 9] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Outputs_are_the_sums_over_windows(int channels, int units, int height, int width, int padding) => Check(
        channels, units, [height, width], [3, 3], [padding, padding], [height + (2 * padding) - 2, width + (2 * padding) - 2]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Outputs_are_the_sums_along_rows_and_columns(int channels, int units, int[] input, int[] kernel, int[] padding, int[] output) => Check(
        channels, units, input, kernel, padding, output);

    private static void Check(int channels, int units, int[] inputs, int[] kernel, int[] padding, int[] outputs)
    {
        int[] ones = [.. kernel.Select(_ => 1)];
        ConvolutionCase sizes = new(new(inputs, kernel, ones, ones, padding, outputs), 1, channels, units, 2);
        Random random = new((channels * 100) + inputs[0]);
        GuardedArray<float> weights = new(sizes.WeightCount, random), bias = new(units, random), input = new(sizes.InputLength, random);
        GuardedArray<float> residual = new(sizes.OutputLength, random), output = new(sizes.OutputLength, random);
        double[] sums = sizes.Output(weights.Before, bias.Before, input.Before);
        double scale = sums.Max(Math.Abs);
        ConvolutionShape shape = ConvolutionShape.Of(sizes.Space.Window(), 1, channels, units, (nameof(weights), sizes.WeightCount));
        foreach (int lanes in (int[])[4, 8, 16])
        {
            PackedConvolution packed = new(weights.Span, bias.Span, sizes.Space.Window(), channels, units, 1, lanes);
            packed.Forward(input.Span, output.Span, 2);
            AssertClose(i => sums[i]);
            packed.ForwardRelu(input.Span, residual.Span, output.Span, 2);
            AssertClose(i => Math.Max(0, sums[i] + residual.Before(i)));
            packed.Forward(input.Span, residual.Span, output.Span, 2, default(Tanh));
            AssertClose(i => Math.Tanh(sums[i] + residual.Before(i)));
            foreach (WinogradForm form in WinogradForm.All(shape))
            {
                WinogradConvolution winograd = WinogradConvolution.Of(weights.Span, bias.Span, shape, lanes, form);
                for (int sample = 0; sample < 2; sample++)
                {
                    winograd.Forward(Half(input, sample), Half(residual, sample), Half(output, sample), isRelu: true);
                }

                AssertClose(i => Math.Max(0, sums[i] + residual.Before(i)));
            }
        }

        Assert.True(input.IsUnchanged && residual.IsUnchanged);

        static Span<float> Half(GuardedArray<float> values, int half) => values.Span.Slice(half * (values.Span.Length / 2), values.Span.Length / 2);

        void AssertClose(Func<int, double> expected)
        {
            Assert.True(output.GuardsAreUnchanged);
            for (int i = 0; i < sizes.OutputLength; i++)
            {
                Assert.True(Math.Abs(expected(i) - output.Span[i]) <= 1e-5 * scale, $"{output.Span[i]} at {i} is not {expected(i)}.");
            }

            output.Restore();
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_is_not_finite_reaches_no_farther_than_its_windows(float value)
    {
        const int Size = 30, Channels = 32;
        SpatialWindow window = new([Size, Size], [3, 3], [1, 1], [1, 1], [1, 1], [Size, Size]);
        float[] weights = new float[Channels * Channels * 9];
        Array.Fill(weights, 1f);
        float[] input = new float[Size * Size * Channels], output = new float[input.Length];
        input[((10 * Size) + 11) * Channels] = value;
        new PackedConvolution(weights, default, window, Channels, Channels, 1).Forward(input, output, 1);
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                Assert.Equal(Math.Abs(y - 10) <= 1 && Math.Abs(x - 11) <= 1 ? value : 0, output[((y * Size) + x) * Channels]);
            }
        }
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        SpatialWindow window = new([28, 28], [3, 3], [1, 1], [1, 1], [1, 1], [28, 28]);
        PackedConvolution packed = new(new float[64 * 64 * 9], default, window, 64, 64, 1);
        float[] input = new float[28 * 28 * 64], output = new float[input.Length];
        packed.Forward(input, output, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        packed.Forward(input, output, 1);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
