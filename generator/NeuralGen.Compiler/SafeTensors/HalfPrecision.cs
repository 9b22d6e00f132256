using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>16-bit floats of IEEE 754, which .NET Standard 2.0 does not have.</summary>
internal static class HalfPrecision
{
    private const int FractionBits = 10;
    private const int FractionsApart = 23 - FractionBits;
    private const int BiasesApart = 127 - 15;

    /// <summary>The bits of the 32-bit float with the value of a 16-bit one; NaNs keep their sign and fraction.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static int Widen(ushort half)
    {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >> FractionBits) & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F)
        {
            return sign | 0x7F80_0000 | (fraction << FractionsApart);
        }

        if (exponent == 0)
        {
            if (fraction == 0)
            {
                return sign;
            }

            // Subnormal: the fraction's highest bit becomes the one that is not written.
            exponent = 1;
            while ((fraction & 0x400) == 0)
            {
                fraction <<= 1;
                exponent--;
            }

            fraction &= 0x3FF;
        }

        return sign | ((exponent + BiasesApart) << 23) | (fraction << FractionsApart);
    }
}
