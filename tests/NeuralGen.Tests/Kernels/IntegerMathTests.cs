using System.Numerics;

namespace NeuralGen.Tests.Kernels;

/// <summary>Arithmetic with whole numbers that wraps, against numbers without a bound, and hyperbolic functions turned round.</summary>
public class IntegerMathTests
{
    private static readonly long[] Numbers = [0, 1, -1, 2, -2, 3, 7, -10, int.MaxValue, int.MinValue, 1L << 53, long.MaxValue, long.MinValue, long.MinValue + 1];

    [Fact]
    public void Quotients_and_remainders_wrap()
    {
        foreach (long a in Numbers)
        {
            foreach (long b in Numbers.Where(number => number != 0))
            {
                Assert.Equal(Wrapped((BigInteger)a / b), NeuralMath.Quotient(a, b));
                Assert.Equal((long)((BigInteger)a % b), NeuralMath.Remainder(a, b));
                Assert.Equal((long)((((BigInteger)a % b) + b) % b), NeuralMath.Modulo(a, b));
                (int x, int y) = (unchecked((int)a), unchecked((int)b));
                if (y != 0)
                {
                    Assert.Equal(unchecked((int)((long)x / y)), NeuralMath.Quotient(x, y));
                    Assert.Equal((int)((long)x % y), NeuralMath.Remainder(x, y));
                }
            }

            Assert.Equal(Wrapped(BigInteger.Abs(a)), NeuralMath.Magnitude(a));
        }

        Assert.Throws<DivideByZeroException>(() => NeuralMath.Quotient(1L, 0L));
        Assert.Throws<DivideByZeroException>(() => NeuralMath.Modulo(1L, 0L));
        Assert.Throws<DivideByZeroException>(() => NeuralMath.Power(0, -1));
    }

    [Fact]
    public void Powers_wrap()
    {
        foreach (long a in Numbers)
        {
            for (int exponent = 0; exponent < 70; exponent++)
            {
                Assert.Equal(Wrapped(BigInteger.Pow(a, exponent)), NeuralMath.Power(a, exponent));
            }
        }

        Assert.Equal([1, -1, 1, 0, 0], new[] { NeuralMath.Power(1, -5), NeuralMath.Power(-1, -5), NeuralMath.Power(-1, -4), NeuralMath.Power(2, -1), NeuralMath.Power(-9, long.MinValue) });
    }

    [Theory]
    [InlineData(7.5, 2, 1.5)]
    [InlineData(-7.5, 2, 0.5)]
    [InlineData(7.5, -2, -0.5)]
    [InlineData(-7.5, -2, -1.5)]
    [InlineData(4, 2, 0)]
    [InlineData(1, 0, double.NaN)]
    public void Remainders_of_floats_have_the_sign_of_the_divisor(double a, double b, double expected)
    {
        Assert.Equal(expected, NeuralMath.Modulo(a, b));
        Assert.Equal((float)expected, NeuralMath.Modulo((float)a, (float)b));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(-0.3)]
    [InlineData(2.5)]
    [InlineData(-300)]
    [InlineData(0)]
    public void Hyperbolic_functions_are_turned_round(double x)
    {
        Assert.Equal(x, NeuralMath.Asinh(Math.Sinh(x)), Math.Abs(x) * 1e-15);
        Assert.Equal(Math.Abs(x), NeuralMath.Acosh(Math.Cosh(x)), 1e-8);
        Assert.Equal(Math.Abs(x / 10), NeuralMath.Acosh((float)Math.Cosh(x / 10)), 1e-3);
        Assert.Equal(x, NeuralMath.Asinh((float)Math.Sinh(x / 10)) * 10, Math.Abs(x) * 1e-6);
        Assert.Equal(x / 400, NeuralMath.Atanh(Math.Tanh(x / 400)), 1e-15);
        Assert.Equal(x / 400, NeuralMath.Atanh((float)Math.Tanh(x / 400)), 1e-6);
    }

    /// <summary>The lowest 64 bits of a number.</summary>
    private static long Wrapped(BigInteger number) => unchecked((long)(ulong)(number & ulong.MaxValue));
}
