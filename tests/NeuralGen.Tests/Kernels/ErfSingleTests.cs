using Xunit.Abstractions;

namespace NeuralGen.Tests;

public sealed class ErfSingleTests(ITestOutputHelper output)
{
    // Half a unit, and what the double result may be off before it is rounded.
    private const double LargestError = 0.5 + 1e-8;

    [Fact]
    public void Is_rounded_to_the_nearest()
    {
        int last = BitConverter.SingleToInt32Bits(6.5f);
        float[] points = [.. Enumerable.Range(0, 40_000).Select(i => BitConverter.Int32BitsToSingle((int)((long)last * i / 39_999)))];
        AssertAccurate([.. points.Where(x => x != 0)]);
    }

    [Fact]
    public void Is_rounded_to_the_nearest_where_it_bends()
    {
        AssertAccurate([.. Enumerable.Range(1, 20_000).Select(i => i * (4f / 20_000))]);
    }

    [Fact]
    public void Never_falls()
    {
        int last = BitConverter.SingleToInt32Bits(6.5f);
        float before = 0;
        for (int bits = 0; bits < last; bits += 101)
        {
            float erf = NeuralMath.Erf(BitConverter.Int32BitsToSingle(bits));
            Assert.True(erf >= before, $"bits {bits:X8}");
            before = erf;
        }

        Assert.Equal(1, before);
    }

    [Fact]
    public void Keeps_the_sign_of_zero_and_passes_what_is_no_number()
    {
        Assert.Equal(0, BitConverter.SingleToInt32Bits(NeuralMath.Erf(0f)));
        Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(NeuralMath.Erf(-0f)));
        Assert.Equal(float.Epsilon, NeuralMath.Erf(float.Epsilon));
        Assert.Equal(1, NeuralMath.Erf(float.MaxValue));
        Assert.Equal(1, NeuralMath.Erf(float.PositiveInfinity));
        Assert.Equal(-1, NeuralMath.Erf(float.NegativeInfinity));
        Assert.True(float.IsNaN(NeuralMath.Erf(float.NaN)));
    }

    private void AssertAccurate(float[] points)
    {
        double[] errors = new double[points.Length];
        Parallel.For(0, points.Length, i =>
        {
            float x = i % 2 == 0 ? points[i] : -points[i];
            errors[i] = ErfOracle.ErrorOfSingle(x, NeuralMath.Erf(x));
        });

        double largest = errors.Max();
        output.WriteLine($"{points.Length} points, largest error {largest:F9} ULP at {points[Array.IndexOf(errors, largest)]:R}");
        Assert.True(largest <= LargestError, $"{largest} ULP at {points[Array.IndexOf(errors, largest)]:R}");
    }
}
