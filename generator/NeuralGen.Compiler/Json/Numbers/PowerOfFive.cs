using System.Numerics;

namespace NeuralGen.Compiler.Json.Numbers;

/// <summary>
/// A power of five to 128 bits, truncated, the highest set: not above <c>5^n</c>, and less than one unit of its last
/// bit below.
/// </summary>
internal readonly struct PowerOfFive
{
    /// <summary>Below this power of ten, any 64-bit number yields zero.</summary>
    public const int SmallestExponent = -342;

    /// <summary>Above this power of ten, any number yields infinity.</summary>
    public const int LargestExponent = 308;

    private const int Bits = 128;

    private static readonly PowerOfFive[] Powers = CreateAll();

    private PowerOfFive(BigInteger mantissa, int exponent)
    {
        High = (ulong)(mantissa >> 64);
        Low = (ulong)(mantissa & ulong.MaxValue);
        Exponent = exponent;
    }

    /// <summary>The upper 64 bits.</summary>
    public ulong High { get; }

    /// <summary>The lower 64 bits.</summary>
    public ulong Low { get; }

    /// <summary>The power of two that the bits, as an integer, are multiplied by.</summary>
    public int Exponent { get; }

    /// <summary>The power of five for an exponent in the range of the constants.</summary>
    public static ref readonly PowerOfFive Get(int exponent) => ref Powers[exponent - SmallestExponent];

    private static PowerOfFive[] CreateAll()
    {
        PowerOfFive[] powers = new PowerOfFive[LargestExponent - SmallestExponent + 1];
        BigInteger power = BigInteger.One;
        for (int n = 0; n <= -SmallestExponent; n++, power *= 5)
        {
            int length = ExactDecimal.BitLength(power);
            if (n <= LargestExponent)
            {
                powers[n - SmallestExponent] = new(ExactDecimal.Shift(power, Bits - length), length - Bits);
            }

            if (n > 0)
            {
                // The power is no power of two, so its reciprocal lies strictly between 2^-length and 2^(1-length).
                int scale = Bits - 1 + length;
                powers[-n - SmallestExponent] = new((BigInteger.One << scale) / power, -scale);
            }
        }

        return powers;
    }
}
