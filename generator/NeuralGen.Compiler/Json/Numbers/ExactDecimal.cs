using System.Numerics;

namespace NeuralGen.Compiler.Json.Numbers;

/// <summary>Converts decimal numbers with integers of any size: for the few that come too close to a tie.</summary>
internal static class ExactDecimal
{
    // A tie between two doubles has at most 767 significant digits; of what follows, only whether it is zero matters.
    private const int MaximumDigits = 800;
    private const ulong LargestStepScale = 1_000_000_000_000_000_000;

    /// <summary>
    /// The double nearest to a well-formed number without its sign, ties to even. The number must be neither zero nor
    /// far outside the range of doubles.
    /// </summary>
    public static double ToDouble(string text, int start, int length)
    {
        BigInteger significand = ReadDigits(text, start, start + length, out int exponent);
        BigInteger numerator = exponent > 0 ? significand * BigInteger.Pow(10, exponent) : significand;
        BigInteger denominator = exponent < 0 ? BigInteger.Pow(10, -exponent) : BigInteger.One;

        // A numerator 63 bits longer than the denominator gives a quotient of 63 or 64 bits.
        int shift = 63 - (BitLength(numerator) - BitLength(denominator));
        BigInteger quotient = BigInteger.DivRem(
            Shift(numerator, Math.Max(shift, 0)),
            Shift(denominator, Math.Max(-shift, 0)),
            out BigInteger remainder);
        return BinaryRounding.Round((ulong)quotient, !remainder.IsZero, -shift);
    }

    /// <summary>The number of bits of a positive number.</summary>
    public static int BitLength(BigInteger value)
    {
        // Little-endian, with a zero byte in front if the highest bit would read as a sign.
        byte[] bytes = value.ToByteArray();
        int last = bytes.Length - 1;
        if (bytes[last] == 0)
        {
            last--;
        }

        return (8 * (last + 1)) - (WideArithmetic.LeadingZeros(bytes[last]) - 56);
    }

    /// <summary>Multiplies by a power of two, truncating if it is negative.</summary>
    public static BigInteger Shift(BigInteger value, int bits) => bits < 0 ? value >> -bits : value << bits;

    private static BigInteger ReadDigits(string text, int start, int end, out int exponent)
    {
        BigInteger significand = BigInteger.Zero;
        ulong step = 0;
        ulong stepScale = 1;
        int digits = 0;
        long scale = 0;
        bool truncated = false;
        bool inFraction = false;
        int position = start;
        for (; position < end && text[position] is not ('e' or 'E'); position++)
        {
            uint digit = (uint)(text[position] - '0');
            if (digit > 9)
            {
                inFraction = text[position] == '.';
            }
            else if (digits < MaximumDigits)
            {
                digits += digits > 0 || digit != 0 ? 1 : 0;
                scale -= inFraction ? 1 : 0;
                step = (step * 10) + digit;
                stepScale *= 10;
                if (stepScale == LargestStepScale)
                {
                    significand = (significand * stepScale) + step;
                    step = 0;
                    stepScale = 1;
                }
            }
            else
            {
                scale += inFraction ? 0 : 1;
                truncated |= digit != 0;
            }
        }

        significand = (significand * stepScale) + step;
        scale += DecimalNumber.ReadExponent(text, position + 1, end);
        if (truncated)
        {
            significand = (significand * 10) + 1;
            scale--;
        }

        exponent = (int)scale;
        return significand;
    }
}
