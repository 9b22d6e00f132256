namespace NeuralGen.Generator.Declarations.Json;

/// <summary>Operations on 64 bits that .NET Standard 2.0 lacks.</summary>
internal static class WideArithmetic
{
    /// <summary>The upper and lower half of a product.</summary>
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
    public static int LeadingZeros(ulong value)
    {
        int zeros = 0;
        for (int width = 32; width > 0; width >>= 1)
        {
            if (value >> (64 - width) == 0)
            {
                zeros += width;
                value <<= width;
            }
        }

        return zeros;
    }
}
