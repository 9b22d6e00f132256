using System.Globalization;
using System.Numerics;

namespace NeuralGen.Generator.Tests.Json.Numbers;

/// <summary>A positive double and the exact decimal digits of the middle between it and the next.</summary>
internal sealed class Midpoint
{
    private readonly long _bits;
    private readonly BigInteger _digits;
    private readonly int _exponent;

    /// <summary>Takes the bits of a double below the greatest.</summary>
    public Midpoint(long bits)
    {
        _bits = bits;
        long field = bits >> 52;
        long mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        if (field > 0)
        {
            mantissa |= 1L << 52;
        }

        // The middle is an odd number of halves of the last bit's weight; 2^-n is 5^n times 10^-n.
        int exponent = (int)Math.Max(field, 1) - 1075 - 1;
        BigInteger halves = (2 * (BigInteger)mantissa) + 1;
        _digits = exponent < 0 ? halves * BigInteger.Pow(5, -exponent) : halves << exponent;
        _exponent = Math.Min(exponent, 0);
    }

    public double Lower => BitConverter.Int64BitsToDouble(_bits);

    public double Upper => BitConverter.Int64BitsToDouble(_bits + 1);

    public double Even => (_bits & 1) == 0 ? Lower : Upper;

    /// <summary>The middle and numbers ever so slightly beside it, with the double each is nearest to.</summary>
    public IEnumerable<(string Text, double Expected)> Neighbourhood(int zeros)
    {
        yield return (Write(_digits, _exponent), Even);
        yield return (Write(_digits + 1, _exponent), Upper);
        yield return (Write(_digits - 1, _exponent), Lower);

        BigInteger scale = BigInteger.Pow(10, zeros + 1);
        yield return (Write(_digits * scale, _exponent - zeros - 1), Even);
        yield return (Write((_digits * scale) + 1, _exponent - zeros - 1), Upper);
        yield return (Write((_digits * scale) - 1, _exponent - zeros - 1), Lower);
        yield return (WriteAsFraction(_digits, _exponent), Even);
        yield return (WriteAsFraction((_digits * scale) + 1, _exponent - zeros - 1), Upper);
    }

    /// <summary>The first digits of the middle, as they are and one more: below it and above it.</summary>
    public IEnumerable<(string Text, double Expected)> Cut(int count)
    {
        string digits = _digits.ToString(CultureInfo.InvariantCulture);
        if (digits.Length > count)
        {
            int exponent = _exponent + digits.Length - count;
            BigInteger head = BigInteger.Parse(digits[..count], CultureInfo.InvariantCulture);
            yield return (Write(head, exponent), Nearest(head, exponent));
            yield return (Write(head + 1, exponent), Nearest(head + 1, exponent));
        }
    }

    private static double Nearest(BigInteger digits, int exponent)
        => double.Parse(Write(digits, exponent), CultureInfo.InvariantCulture);

    private static string Write(BigInteger digits, int exponent)
        => string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}");

    private static string WriteAsFraction(BigInteger digits, int exponent)
    {
        string written = digits.ToString(CultureInfo.InvariantCulture);
        int scale = exponent + written.Length - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{written[0]}.{written[1..]}0E{scale:+0;-0}");
    }
}
