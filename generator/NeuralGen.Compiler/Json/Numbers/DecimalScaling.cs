using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json.Numbers;

/// <summary>
/// Converts most decimal numbers with one multiplication of 64 by 128 bits, in the manner of Eisel and Lemire. The
/// product is known up to a small error; only where the error decides the rounding is the number left to exact
/// arithmetic.
/// </summary>
internal static class DecimalScaling
{
    /// <summary>The nearest double, ties to even; false if this precision does not suffice to tell it.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static bool TryToDouble(in DecimalNumber number, out double result)
    {
        if (number.Significand == 0 || number.Exponent < PowerOfFive.SmallestExponent)
        {
            result = 0;
            return true;
        }

        if (number.Exponent > PowerOfFive.LargestExponent)
        {
            result = double.PositiveInfinity;
            return true;
        }

        int leadingZeros = WideArithmetic.LeadingZeros(number.Significand);
        ulong significand = number.Significand << leadingZeros;
        ref readonly PowerOfFive power = ref PowerOfFive.Get(number.Exponent);

        // The upper 128 of the product's 192 bits; the bits below are dropped.
        ulong high = WideArithmetic.Multiply(significand, power.High, out ulong low);
        ulong carry = WideArithmetic.Multiply(significand, power.Low, out _);
        low += carry;
        high += low < carry ? 1UL : 0UL;

        // Dropped bits and the power's own truncation add less than 2 to the lower word. Digits left out add less than
        // 1 to the significand before it was shifted, thus to the upper word less than the shift and a carry.
        ulong slack = number.IsTruncated ? (1UL << leadingZeros) + 2
            : low > ulong.MaxValue - 2 ? 1UL
            : 0UL;
        return TryRound(high, low, slack, power.Exponent + number.Exponent - leadingZeros + 128, out result);
    }

    /// <summary>
    /// Rounds a value of at least <c>high:low</c> and less than <c>high + slack</c>, or where slack is 0 of
    /// <c>high + 1</c>, times a power of two.
    /// </summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static bool TryRound(ulong high, ulong low, ulong slack, int exponent, out double result)
    {
        int dropped = BinaryRounding.DroppedBits(high, exponent);
        result = 0;
        if (dropped > 64)
        {
            return false;
        }

        ulong tie = 1UL << (dropped - 1);
        ulong fraction = high & (tie | (tie - 1));
        bool certain = fraction >= tie
            ? fraction > tie || low > 0
            : fraction + slack < tie;
        if (certain)
        {
            result = BinaryRounding.Round(high, isAbove: true, exponent);
        }

        return certain;
    }
}
