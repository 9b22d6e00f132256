using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Filters;
using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class FoldedFiltersTests
{
    public static TheoryData<int, int, bool, int> Banks
    {
        get
        {
            TheoryData<int, int, bool, int> banks = [];
            foreach (int taps in new[] { 32, 33, 47, 64, 100, 256 })
            {
                banks.Add(taps, 1, true, 1);
                banks.Add(taps, 8, true, 5);
                banks.Add(taps, 28, false, 3);
                banks.Add(taps, 61, true, 7);
                banks.Add(taps, 30, false, 1);
            }

            return banks;
        }
    }

    [Theory]
    [MemberData(nameof(Banks))]
    public void Folded_filters_give_the_sums_of_the_whole_ones(int taps, int frames, bool isTransform, int stride)
    {
        int units = 22, length = ((frames - 1) * stride) + taps + 2;
        float[] weights = isTransform ? Transform(units, taps) : Mirrored(units, taps);
        SpatialWindow window = new([length], [taps], [stride], [1], [0], [frames]);
        Random random = new(taps + frames);
        float[] input = Draw(random, length), bias = Draw(random, units), output = new float[frames * units];
        double[] expected = new double[output.Length];
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] = bias[i % units] + Enumerable.Range(0, taps).Sum(tap => (double)weights[(i % units * taps) + tap] * input[(i / units * stride) + tap]);
        }

        foreach (int lanes in new[] { 4, 8, 16 })
        {
            ConvolutionShape shape = ConvolutionShape.Of(window, 1, 1, units, (nameof(weights), weights.Length));
            FoldedFilters? filters = FoldedFilters.WhereSymmetric(weights, bias, shape, lanes);
            Assert.NotNull(filters);
            Array.Fill(output, float.NaN);
            filters.Forward(input, output, isRelu: false);
            AssertClose(value => value);
            filters.Forward(input, output, isRelu: true);
            AssertClose(value => Math.Max(0, value));
            new PackedConvolution(weights, bias, window, 1, units, 1, lanes).Forward(input, output, 1, default(Tanh));
            AssertClose(Math.Tanh);
        }

        void AssertClose(Func<double, double> function) => Assert.All(expected, (value, i) => Assert.Equal(function(value), output[i], 3e-5));
    }

    [Theory]
    [InlineData(128, 32, 1, 0, 136, 9, true)]
    [InlineData(127, 32, 1, 0, 136, 9, false)]
    [InlineData(128, 31, 1, 0, 136, 9, false)]
    [InlineData(128, 32, 2, 0, 264, 9, false)]
    [InlineData(128, 32, 1, 1, 136, 9, false)]
    [InlineData(128, 32, 1, 0, 136, 10, false)]
    public void Large_banks_without_gaps_and_zeros_around_are_folded(int taps, int units, int dilation, int padding, int length, int frames, bool isFolded)
    {
        float[] weights = Mirrored(units, taps);
        ConvolutionShape shape = ConvolutionShape.Of(new([length], [taps], [1], [dilation], [padding], [frames]), 1, 1, units, (nameof(weights), weights.Length));
        Assert.Equal(isFolded, FoldedFilters.Of(weights, default, shape, 8) is not null);
    }

    [Fact]
    public void Images_and_channels_are_not_folded()
    {
        float[] weights = Mirrored(32, 32);
        Assert.Null(FoldedFilters.WhereSymmetric(weights, default, ConvolutionShape.Of(new([40], [32], [1], [1], [0], [9]), 1, 2, 16, (nameof(weights), weights.Length)), 8));
        weights = Mirrored(16, 32);
        Assert.Null(FoldedFilters.WhereSymmetric(weights, default, ConvolutionShape.Of(new([1, 40], [1, 32], [1, 1], [1, 1], [0, 0], [1, 9]), 1, 1, 16, (nameof(weights), weights.Length)), 8));
    }

    [Fact]
    public void Filters_without_symmetry_stay()
    {
        float[] weights = Transform(20, 40);
        Assert.NotNull(FilterSymmetry.Of(weights, 40));
        Assert.Equal((20, 11, 9), (FilterSymmetry.Of(weights, 40)!.Pairs + 1, FilterSymmetry.Of(weights, 40)!.Even.Length, FilterSymmetry.Of(weights, 40)!.Odd.Length));
        weights[(7 * 40) + 3] += 1e-3f;
        Assert.Null(FilterSymmetry.Of(weights, 40));
        weights[(7 * 40) + 3] = float.NaN;
        Assert.Null(FilterSymmetry.Of(weights, 40));
    }

    // About the tap in the middle, the first one alone, or about the middle between two.
    [Theory]
    [InlineData(new float[] { 1, 2, 2, 1 }, 0, 2, 1)]
    [InlineData(new float[] { 1, 2, -2, -1 }, 0, 2, 0)]
    [InlineData(new float[] { 9, 1, 2, 2, 1 }, 1, 2, 1)]
    [InlineData(new float[] { 9, 1, 2, 7, 2, 1 }, 1, 2, 1)]
    [InlineData(new float[] { 9, 1, 2, 0, -2, -1 }, 1, 2, 0)]
    [InlineData(new float[] { 1, 2, 7, 2, 1 }, 0, 2, 1)]
    [InlineData(new float[] { 1, 2, 3, 1 }, 0, 0, 0)]
    [InlineData(new float[] { 9, 1, 2, 3, 1 }, 0, 0, 0)]
    [InlineData(new float[] { 9, 1, 2, 7, 3, 1 }, 0, 0, 0)]
    [InlineData(new float[] { 9, 1, 2, 7, 2, 3 }, 0, 0, 0)]
    [InlineData(new float[] { 1, 2, 7, 3, 1 }, 0, 0, 0)]
    public void All_pairs_are_the_same_up_to_the_middle(float[] filter, int firstPair, int pairs, int even)
    {
        FilterSymmetry? symmetry = FilterSymmetry.Of(filter, filter.Length);
        if (pairs == 0)
        {
            Assert.Null(symmetry);
            return;
        }

        Assert.NotNull(symmetry);
        Assert.Equal((firstPair, pairs, filter.Length - pairs, even), (symmetry.FirstPair, symmetry.Pairs, symmetry.Folded, symmetry.Even.Length));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(50)]
    public void The_first_tap_may_stand_alone(int taps)
    {
        const int Units = 18;
        Random random = new(taps);
        float[] weights = Draw(random, Units * taps), input = Draw(random, taps + 3), output = new float[4 * Units];
        for (int unit = 0; unit < Units; unit++)
        {
            for (int tap = (taps / 2) + 1; tap < taps; tap++)
            {
                weights[(unit * taps) + tap] = weights[(unit * taps) + taps - tap];
            }
        }

        FoldedFilters? filters = FoldedFilters.WhereSymmetric(weights, default, ConvolutionShape.Of(new([taps + 3], [taps], [1], [1], [0], [4]), 1, 1, Units, (nameof(weights), weights.Length)), 8);
        Assert.NotNull(filters);
        filters.Forward(input, output, isRelu: false);
        Assert.All(output, (value, i) => Assert.Equal(Enumerable.Range(0, taps).Sum(tap => (double)weights[(i % Units * taps) + tap] * input[(i / Units) + tap]), value, 3e-5));
    }

    // Beside a weight of 1, 1.2e-7 and 0 are the same but for the last bit; of large values they make a sum that shows.
    [Theory]
    [InlineData(32, 32, 1)]
    [InlineData(32, 32, -1)]
    [InlineData(32, 31, 1)]
    [InlineData(32, 31, -1)]
    [InlineData(37, 37, 1)]
    [InlineData(37, 36, -1)]
    public void Halves_that_differ_by_their_last_bits_become_their_mean(int taps, int last, float sign)
    {
        // The pair at the middle has the weights of 1, each other pair of a unit of its own.
        int first = last - taps + 1, units = Math.Max(16, ((last + 1) / 2) - first - 1);
        float[] weights = new float[units * taps], input = new float[taps], output = new float[units];
        for (int unit = 0; unit < units; unit++)
        {
            int middle = ((last + 1) / 2) - 1, tap = first + (unit % (middle - first));
            weights[(unit * taps) + middle] = 1;
            weights[(unit * taps) + last - middle] = sign;
            weights[(unit * taps) + tap] = 1.2e-7f;
            input[tap] = 1e6f;
            input[last - tap] = sign * 1e6f;
        }

        FoldedFilters? filters = FoldedFilters.WhereSymmetric(weights, default, ConvolutionShape.Of(new([taps], [taps], [1], [1], [0], [1]), 1, 1, units, (nameof(weights), weights.Length)), 8);
        Assert.NotNull(filters);
        filters.Forward(input, output, isRelu: false);
        Assert.All(output, value => Assert.Equal(0.12, value, 1e-6));
    }

    // Pairs of values may cancel, or overflow, where the products do not: these samples are computed in the plain way.
    [Fact]
    public void What_is_not_finite_stays_where_it_belongs()
    {
        const int Taps = 32, Units = 16;
        float[] weights = Mirrored(Units, Taps), input = Draw(new Random(3), Taps + 4), output = new float[5 * Units];
        input[0] = float.PositiveInfinity;
        input[31] = float.PositiveInfinity;
        PackedConvolution packed = new(weights, default, new([Taps + 4], [Taps], [1], [1], [0], [5]), 1, Units, 1);
        packed.Forward(input, output, 1);
        for (int unit = 0; unit < Units; unit++)
        {
            float expected = (weights[unit * Taps] * float.PositiveInfinity) + (weights[(unit * Taps) + 31] * float.PositiveInfinity);
            Assert.Equal(expected, output[unit]);
        }

        Assert.All(output.AsSpan(Units, 4 * Units).ToArray(), value => Assert.False(float.IsFinite(value)));
    }

    [Fact]
    public void Sums_that_overflow_alone_are_computed_in_the_plain_way()
    {
        const int Taps = 32, Units = 16;
        float[] weights = [.. Mirrored(Units, Taps).Select(weight => weight * 0.1f)], input = new float[Taps], output = new float[Units];
        input[0] = input[31] = 3e38f;
        new PackedConvolution(weights, default, new([Taps], [Taps], [1], [1], [0], [1]), 1, Units, 1).Forward(input, output, 1);
        Assert.All(output, (value, unit) => Assert.Equal((weights[unit * Taps] + (double)weights[(unit * Taps) + 31]) * 3e38f / 1e38, value / 1e38, 1e-5));
    }

    // Cosines, then sines, behind a window that is zero at its first tap.
    private static float[] Transform(int units, int taps)
    {
        int half = (units / 2) + 1;
        return
        [
            .. Enumerable.Range(0, units * taps).Select(i =>
            {
                int unit = i / taps, tap = i % taps;
                double angle = 2 * Math.PI / taps * tap * (unit < half ? unit : unit - half + 1);
                double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI / taps * tap));
                return (float)(window * (unit < half ? Math.Cos(angle) : Math.Sin(angle)));
            }),
        ];
    }

    // Every third filter has opposite halves.
    private static float[] Mirrored(int units, int taps)
    {
        Random random = new(taps);
        float[] weights = Draw(random, units * taps);
        for (int unit = 0; unit < units; unit++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                int partner = taps - 1 - tap;
                float sign = unit % 3 == 0 ? -1 : 1;
                weights[(unit * taps) + tap] = tap < partner ? weights[(unit * taps) + tap] : tap == partner && sign < 0 ? 0 : tap == partner ? weights[(unit * taps) + tap] : sign * weights[(unit * taps) + partner];
            }
        }

        return weights;
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
