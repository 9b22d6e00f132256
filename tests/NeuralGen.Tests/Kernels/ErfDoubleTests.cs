using Xunit.Abstractions;

namespace NeuralGen.Tests;

public sealed class ErfDoubleTests(ITestOutputHelper output)
{
    // In units in the last place; 1.12 was found in three million samples.
    private const double LargestError = 1.2;

    public static TheoryData<double, double> Known => new()
    {
        { 0.5, 0.52049987781304653768 },
        { 1, 0.84270079294971486934 },
        { 2, 0.99532226501895273416 },
        { 3, 0.99997790950300141456 },
    };

    // Tables to 20 digits: the oracle itself is checked too.
    [Theory]
    [MemberData(nameof(Known))]
    public void Agrees_with_published_tables(double x, double erf)
    {
        Assert.Equal(erf, NeuralMath.Erf(x), 1.2e-16);
        Assert.True(ErfOracle.ErrorOfDouble(x, erf) <= 0.5);
    }

    [Fact]
    public void Is_accurate_everywhere_between_the_ends()
    {
        Random random = new(1);
        AssertAccurate([.. Enumerable.Range(0, 40_000).Select(_ => random.NextDouble() * 6.5)]);
    }

    [Fact]
    public void Is_accurate_near_zero()
    {
        Random random = new(2);
        AssertAccurate([
            .. Enumerable.Range(-1074, 1075).Select(exponent => Math.ScaleB(1, exponent)),
            .. Enumerable.Range(-1074, 1075).Select(exponent => Math.ScaleB(1 + random.NextDouble(), exponent)),
            .. Enumerable.Range(1, 200).Select(steps => steps * double.Epsilon),
            .. Enumerable.Range(0, 5_000).Select(_ => random.NextDouble() * 1e-3)]);
    }

    // The ends of the pieces, and the places where erf(x) passes a power of two.
    [Theory]
    [InlineData(0.875)]
    [InlineData(1.875)]
    [InlineData(3)]
    [InlineData(4.375)]
    [InlineData(5.9375)]
    [InlineData(0.47693627620446987)]
    [InlineData(0.22531205501217808)]
    [InlineData(0.11123529135063926)]
    [InlineData(1)]
    public void Is_accurate_around(double place)
    {
        long bits = BitConverter.DoubleToInt64Bits(place);
        AssertAccurate([.. Enumerable.Range(-500, 1001).Select(steps => BitConverter.Int64BitsToDouble(bits + steps))]);
    }

    [Fact]
    public void Is_one_from_where_one_is_nearest()
    {
        AssertAccurate([.. Enumerable.Range(0, 1_200).Select(step => 5.8 + (step * 0.001))]);
        for (double x = 5.9375; x < 1e300; x *= 1.37)
        {
            Assert.Equal(1, NeuralMath.Erf(x));
            Assert.Equal(-1, NeuralMath.Erf(-x));
        }

        Assert.Equal(1, NeuralMath.Erf(double.MaxValue));
    }

    [Fact]
    public void Is_odd_to_the_bit()
    {
        Random random = new(3);
        for (int count = 0; count < 100_000; count++)
        {
            double x = random.NextDouble() * 7;
            Assert.Equal(Bits(NeuralMath.Erf(x)) ^ long.MinValue, Bits(NeuralMath.Erf(-x)));
        }
    }

    [Fact]
    public void Keeps_the_sign_of_zero_and_passes_what_is_no_number()
    {
        Assert.Equal(Bits(0.0), Bits(NeuralMath.Erf(0.0)));
        Assert.Equal(Bits(-0.0), Bits(NeuralMath.Erf(-0.0)));
        Assert.Equal(1, NeuralMath.Erf(double.PositiveInfinity));
        Assert.Equal(-1, NeuralMath.Erf(double.NegativeInfinity));
        Assert.True(double.IsNaN(NeuralMath.Erf(double.NaN)));
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private void AssertAccurate(double[] points)
    {
        double[] errors = new double[points.Length];
        Parallel.For(0, points.Length, i => errors[i] = ErfOracle.ErrorOfDouble(points[i], NeuralMath.Erf(points[i])));

        double largest = errors.Max();
        output.WriteLine($"{points.Length} points, largest error {largest:F4} ULP at {points[Array.IndexOf(errors, largest)]:R}");
        Assert.True(points.Max() <= ErfOracle.Limit);
        Assert.True(largest <= LargestError, $"{largest} ULP at {points[Array.IndexOf(errors, largest)]:R}");
    }
}
