using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json.Numbers;

/// <summary>Operations on 64 bits that .NET Standard 2.0 lacks.</summary>
internal static class WideArithmetic
{
    /// <summary>The upper and lower half of a product.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static ulong Multiply(ulong left, ulong right, out ulong low)
    {
        ulong leftLow = (uint)left;
        ulong leftHigh = left >> 32;
        ulong rightLow = (uint)right;
        ulong rightHigh = right >> 32;

        ulong lowest = leftLow * rightLow;
        ulong middle = (leftHigh * rightLow) + (lowest >> 32);
        ulong otherMiddle = (leftLow * rightHigh) + (uint)middle;

        low = (otherMiddle << 32) | (uint)lowest;
        return (leftHigh * rightHigh) + (middle >> 32) + (otherMiddle >> 32);
    }

    /// <summary>The number of zero bits above the highest set one, of which there must be one.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static int LeadingZeros(ulong value)
    {
        // A double of up to 53 bits is exact, and its exponent tells the highest: faster than branches on random bits.
        int dropped = value >> 53 == 0 ? 0 : 11;
        long bits = BitConverter.DoubleToInt64Bits((long)(value >> dropped));
        int highest = (int)(bits >> 52) - 1023 + dropped;
        return 63 - highest;
    }
}
