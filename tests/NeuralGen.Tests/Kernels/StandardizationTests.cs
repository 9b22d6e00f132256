using System.Numerics;

namespace NeuralGen.Tests.Kernels;

/// <summary>Means and deviations beside exact arithmetic: every finite double is a whole number of 2⁻¹⁰⁷⁴.</summary>
public sealed class StandardizationTests
{
    public static TheoryData<double> Constants =>
        [0.1, -0.1, 0, 1 / 3.0, 1e9 + 0.1, 1.7e308, -1.7e308, double.MaxValue, double.Epsilon, 1e-310, 1e-300, 123456.789];

    public static TheoryData<double[]> Columns =>
    [
        [1, 2, 3, 4],
        [5, 1, 5, 1, 5, 1.5],
        [1.7e308, -1.7e308],
        [1.7e308, 1.6e308, 1.5e308],
        [double.MaxValue, -double.MaxValue, double.MaxValue],
        [1e-310, 2e-310, 5e-310],
        [4.9e-324, 9.9e-324, 1.5e-323, 1e-321],
        [1e200, 1, -1e200, 3],
        [1e-200, 2e-200, 4e-200],
        [0.1, 0.1, 0.1, 0.2],
        [1e16, 1e16 + 2, 1e16 + 4],
        .. Enumerable.Range(0, 4).Select(seed => Column(seed, 1e9, 1e-3)),
        .. Enumerable.Range(4, 4).Select(seed => Column(seed, -1e15, 1)),
        .. Enumerable.Range(8, 4).Select(seed => Column(seed, 0, 1e-150)),
        .. Enumerable.Range(12, 4).Select(seed => Column(seed, 1.5e308, 1e300)),
    ];

    [Theory]
    [MemberData(nameof(Constants))]
    public void AColumnOfOneValueGetsThatValueAndTheScaleOne(double value)
    {
        foreach (int rows in new[] { 1, 2, 3, 7, 10, 100, 999, 1000 })
        {
            double[] numbers = new double[4];
            double[] inputs = [.. Enumerable.Range(0, rows).SelectMany(row => new[] { value, row })];
            Standardization.Fit(inputs, numbers.AsSpan(0, 2), numbers.AsSpan(2));
            Assert.Equal((value, 1.0), (numbers[0], numbers[2]));

            float[] singles = new float[2];
            float single = Math.Abs(value) > float.MaxValue ? float.MaxValue : (float)value;
            Standardization.Fit(Enumerable.Repeat(single, rows).ToArray(), singles.AsSpan(0, 1), singles.AsSpan(1));
            Assert.Equal((single, 1f), (singles[0], singles[1]));
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void MeanAndScaleAreTheExactOnesButForRounding(double[] column)
    {
        double[] mean = new double[1];
        double[] scale = new double[1];
        Standardization.Fit(column, mean, scale);
        BigInteger sum = column.Aggregate(BigInteger.Zero, (total, value) => total + Whole(value));
        BigInteger spread = column.Aggregate(BigInteger.Zero, (total, value) => total + BigInteger.Pow((Whole(value) * column.Length) - sum, 2));

        // The mean's distance from the exact one, times the number of rows, in units of the last place of the largest number.
        BigInteger error = BigInteger.Abs((Whole(mean[0]) * column.Length) - sum);
        double largest = column.Max(Math.Abs);
        BigInteger spacing = Whole(largest) - Whole(Math.BitDecrement(largest));
        Assert.True(error <= spacing * column.Length, $"The mean is {mean[0]:R}, {(double)error / (double)spacing / column.Length} units of its last place off.");

        // scale² beside spread/rows³, as whole numbers.
        BigInteger found = BigInteger.Pow(Whole(scale[0]), 2) * BigInteger.Pow(column.Length, 3);
        double tolerance = Math.Max(1e-12, 1.5 * double.Epsilon / scale[0]);
        double ratio = Math.Exp((BigInteger.Log(found) - BigInteger.Log(spread)) / 2);
        Assert.InRange(ratio, 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public void ManyRowsFarFromZeroKeepTheirSpread()
    {
        // 1e9 ± 0.125: the exact mean and deviation are both powers of two away from it.
        double[] column = [.. Enumerable.Range(0, 100_000).Select(row => 1e9 + (row % 2 == 0 ? 0.125 : -0.125))];
        double[] numbers = new double[2];
        Standardization.Fit(column, numbers.AsSpan(0, 1), numbers.AsSpan(1));
        Assert.Equal([1e9, 0.125], numbers);
    }

    [Fact]
    public void ASpreadTooSmallForThePrecisionGetsTheScaleOne()
    {
        float[] column = new float[1000];
        column[7] = float.Epsilon;
        float[] numbers = new float[2];
        Standardization.Fit(column, numbers.AsSpan(0, 1), numbers.AsSpan(1));
        Assert.Equal([0, 1], numbers);
    }

    [Fact]
    public void SingleColumnsUseTheWholeRange()
    {
        float[] numbers = new float[2];
        Standardization.Fit([float.MaxValue, -float.MaxValue], numbers.AsSpan(0, 1), numbers.AsSpan(1));
        Assert.Equal([0, float.MaxValue], numbers);
        Standardization.Fit([0, float.Epsilon * 2], numbers.AsSpan(0, 1), numbers.AsSpan(1));
        Assert.Equal([float.Epsilon, float.Epsilon], numbers);
    }

    [Fact]
    public void MinimumAndRange()
    {
        double[] numbers = new double[6];
        Standardization.Fit([3, 0.1, 1e308, -1, 0.1, -1e308, 7, 0.1, 0], numbers.AsSpan(0, 3), numbers.AsSpan(3), NormalizationMethod.MinMax);
        Assert.Equal([-1, 0.1, -1e308, 8, 1, double.MaxValue], numbers);
        float[] singles = new float[2];
        Standardization.Fit([float.MaxValue, -float.MaxValue], singles.AsSpan(0, 1), singles.AsSpan(1), NormalizationMethod.MinMax);
        Assert.Equal([-float.MaxValue, float.MaxValue], singles);
        Standardization.Fit([float.Epsilon, 0], singles.AsSpan(0, 1), singles.AsSpan(1), NormalizationMethod.MinMax);
        Assert.Equal([0, float.Epsilon], singles);
        Assert.Throws<ArgumentException>("inputs", () => Standardization.Fit([1f, float.NaN], new float[1], new float[1], NormalizationMethod.MinMax));
        Standardization.Fit([1f, 3f], singles.AsSpan(0, 1), singles.AsSpan(1), NormalizationMethod.Standard);
        Assert.Equal([2, 1], singles);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void NumbersThatAreNotFiniteAreNamed(double value, string text)
    {
        double[] numbers = [7, 7, 7, 7];
        ArgumentException error = Assert.Throws<ArgumentException>(
            "inputs", () => Standardization.Fit([1, 2, 3, value], numbers.AsSpan(0, 2), numbers.AsSpan(2)));
        Assert.StartsWith($"Row 1, column 1 of the inputs is {text}; a normalisation is learned from finite numbers.", error.Message);
        Assert.Throws<ArgumentException>("inputs", () => Standardization.Fit([1f, (float)value], new float[2], new float[2]));
        Assert.Equal([7, 7, 7, 7], numbers);
    }

    private static double[] Column(int seed, double center, double spread)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 200).Select(_ => center + (spread * ((random.NextDouble() * random.NextDouble()) - 0.3)))];
    }

    private static BigInteger Whole(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger magnitude = exponent == 0 ? bits & 0xFFFFFFFFFFFFF : (BigInteger)((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000) << (exponent - 1);
        return value < 0 ? -magnitude : magnitude;
    }
}
