using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json.Numbers;

/// <summary>
/// Makes doubles of wider binary numbers: 63 or 64 significant bits, and whether there is more below.
/// </summary>
internal static class BinaryRounding
{
    private const int SmallestExponent = -1074;
    private const int FractionBits = 52;
    private const ulong InfinityBits = 0x7FF0_0000_0000_0000;

    /// <summary>How many of the lower bits a double has no room for: 10 or 11, more if it is subnormal.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static int DroppedBits(ulong high, int exponent)
        => Math.Max(high >> 63 == 0 ? 10 : 11, SmallestExponent - exponent);

    /// <summary>The double nearest to <c>high * 2^exponent</c>, ties to even.</summary>
    /// <param name="high">A number of 63 or 64 significant bits.</param>
    /// <param name="isAbove">Whether the value to round is above that by a fraction of the lowest bit.</param>
    /// <param name="exponent">The power of two; at most 2000, so that too large a result is an infinity.</param>
    [MethodImpl(ColdBuild.Optimized)]
    public static double Round(ulong high, bool isAbove, int exponent)
    {
        int dropped = DroppedBits(high, exponent);
        if (dropped > 64)
        {
            return 0;
        }

        ulong mantissa = dropped == 64 ? 0 : high >> dropped;
        ulong tie = 1UL << (dropped - 1);
        ulong fraction = high & (tie | (tie - 1));
        if (fraction > tie || (fraction == tie && (isAbove || (mantissa & 1) != 0)))
        {
            mantissa++;
        }

        // The mantissa's leading bit, unless the number is subnormal, counts as one in the exponent's field, and so
        // does the carry of rounding up.
        ulong field = (ulong)(exponent + dropped - SmallestExponent);
        ulong bits = (field << FractionBits) + mantissa;
        return BitConverter.Int64BitsToDouble((long)Math.Min(bits, InfinityBits));
    }
}
