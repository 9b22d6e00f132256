using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Json.Numbers;

namespace NeuralGen.Compiler.Json;

/// <summary>The meaning of numbers that are known to be well-formed.</summary>
internal static class JsonNumber
{
    // Up to here every integer, and every power of ten up to 10^22, is a double, so one operation rounds only once.
    private const ulong LargestExactInteger = 1UL << 53;

    private static readonly double[] ExactPowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Whether a number is written without fraction and exponent.</summary>
    public static bool IsInteger(string text, int start, int length)
    {
        for (int i = start; i < start + length; i++)
        {
            if (text[i] != '-' && (uint)(text[i] - '0') > 9)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The nearest double, ties to even. Does not use the host's parser: that of .NET Framework rounds wrongly.
    /// </summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static double ToDouble(string text, int start, int length)
    {
        bool negative = text[start] == '-';
        double magnitude = text[negative ? start + 1 : start] switch
        {
            'N' => double.NaN,
            'I' => double.PositiveInfinity,
            _ => Magnitude(DecimalNumber.Read(text, start, length), text, start, length),
        };
        return negative ? -magnitude : magnitude;
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static double Magnitude(in DecimalNumber number, string text, int start, int length)
    {
        if (number is { IsTruncated: false, Significand: <= LargestExactInteger, Exponent: >= -22 and <= 22 })
        {
            // By way of the signed type, whose conversion is exact on every host.
            double significand = (long)number.Significand;
            return number.Exponent < 0
                ? significand / ExactPowersOfTen[-number.Exponent]
                : significand * ExactPowersOfTen[number.Exponent];
        }

        return DecimalScaling.TryToDouble(number, out double result)
            ? result
            : ExactDecimal.ToDouble(text, start, length);
    }
}
