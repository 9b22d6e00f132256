using System.Numerics;

namespace NeuralGen.Tests;

/// <summary>erf in fixed-point arithmetic with 256 bits after the point, by the Taylor series
/// erf(x)/x = 2/√π·Σ (-x²)ⁿ/(n!·(2n + 1)). Up to |x| = 7, where the terms grow to 2⁷¹, at least 180 bits of the result
/// are right.</summary>
internal static class ErfOracle
{
    private const int FractionBits = 256;

    private static readonly BigInteger One = BigInteger.One << FractionBits;
    private static readonly BigInteger TwoOverRootPi = (One << (FractionBits + 1)) / SquareRoot(Pi() << FractionBits);

    /// <summary>Gets the largest |x| the oracle answers for; beyond, 1 - |erf(x)| is less than 2⁻⁷⁴.</summary>
    public static double Limit => 7;

    /// <summary>Measures how far a result is from erf(x), in units in the last place of erf(x) as a double.</summary>
    public static double ErrorOfDouble(double x, double result) => Error(x, result, precision: 53, lowestExponent: -1074);

    /// <summary>Measures how far a result is from erf(x), in units in the last place of erf(x) as a float.</summary>
    public static double ErrorOfSingle(float x, float result) => Error(x, result, precision: 24, lowestExponent: -149);

    private static double Error(double x, double result, int precision, int lowestExponent)
    {
        (BigInteger argument, int exponent) = Split(x);
        (BigInteger value, int valueExponent) = Split(result);

        // Both are counted in units of 2^(exponent - FractionBits).
        BigInteger exact = argument * Ratio(argument, exponent);
        BigInteger difference = Shift(value, valueExponent - exponent + FractionBits) - exact;

        int exactExponent = (int)BigInteger.Abs(exact).GetBitLength() - 1 + exponent - FractionBits;
        int unitExponent = Math.Max(exactExponent - precision + 1, lowestExponent);
        return Math.Abs(Math.ScaleB((double)difference, exponent - FractionBits - unitExponent));
    }

    private static BigInteger Ratio(BigInteger argument, int exponent)
    {
        BigInteger square = Shift(argument * argument, (2 * exponent) + FractionBits);
        BigInteger power = One;
        BigInteger sum = One;
        for (int n = 1; !power.IsZero; n++)
        {
            power = ((power * square) >> FractionBits) / n;
            BigInteger term = power / ((2 * n) + 1);
            sum += n % 2 == 0 ? term : -term;
        }

        return (sum * TwoOverRootPi) >> FractionBits;
    }

    /// <summary>Machin's formula, π = 16·arctan(1/5) - 4·arctan(1/239).</summary>
    private static BigInteger Pi() => (16 * ArcTangentOfInverse(5)) - (4 * ArcTangentOfInverse(239));

    private static BigInteger ArcTangentOfInverse(int x)
    {
        BigInteger power = One / x;
        BigInteger sum = power;
        for (int n = 1; !power.IsZero; n++)
        {
            power /= x * x;
            BigInteger term = power / ((2 * n) + 1);
            sum += n % 2 == 0 ? term : -term;
        }

        return sum;
    }

    /// <summary>Newton's iteration from above, down to the floor of the root.</summary>
    private static BigInteger SquareRoot(BigInteger value)
    {
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>Takes a finite number apart: number = significand·2^exponent, exactly.</summary>
    private static (BigInteger Significand, int Exponent) Split(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long significand = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            significand |= 1L << 52;
        }

        return (bits < 0 ? -significand : significand, exponent - 1075);
    }

    private static BigInteger Shift(BigInteger value, int places) => places >= 0 ? value << places : value >> -places;
}
