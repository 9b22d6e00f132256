using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json.Numbers;

/// <summary>
/// A decimal number without sign: its first 19 significant digits, which fit 64 bits, and the power of ten they are
/// multiplied by.
/// </summary>
internal readonly struct DecimalNumber(ulong significand, int exponent, bool isTruncated)
{
    private const int MaximumDigits = 19;

    // Beyond every double, also after adding the number of a text's digits, and far from overflow itself.
    private const long ExponentLimit = 1L << 40;

    /// <summary>The leading digits as an integer.</summary>
    public ulong Significand { get; } = significand;

    /// <summary>The power of ten, limited to the range of <see cref="int"/>.</summary>
    public int Exponent { get; } = exponent;

    /// <summary>
    /// Whether digits other than zero were left out; the number then lies between this significand and the next.
    /// </summary>
    public bool IsTruncated { get; } = isTruncated;

    /// <summary>Reads a well-formed number, which may begin with a minus.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static DecimalNumber Read(string text, int start, int length)
    {
        int end = start + length;
        int position = text[start] == '-' ? start + 1 : start;
        int first = position;
        ulong significand = ReadDigits(text, ref position, end, 0);
        int digits = text[first] == '0' ? 0 : position - first;
        int decimals = 0;
        if (position < end && text[position] == '.')
        {
            first = ++position;
            while (digits == 0 && position < end && text[position] == '0')
            {
                position++;
            }

            int significant = position;
            significand = ReadDigits(text, ref position, end, significand);
            digits += position - significant;
            decimals = position - first;
        }

        return digits <= MaximumDigits
            ? Create(significand, ReadExponent(text, position + 1, end) - decimals, isTruncated: false)
            : ReadLong(text, start, end);
    }

    /// <summary>The exponent after the letter, limited in size; 0 if there is none.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static long ReadExponent(string text, int start, int end)
    {
        long exponent = 0;
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ('+' or '-'))
            {
                exponent = Math.Min((exponent * 10) + (text[i] - '0'), ExponentLimit);
            }
        }

        return start < end && text[start] == '-' ? -exponent : exponent;
    }

    /// <summary>Appends digits to a number, which overflows if there are too many.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static ulong ReadDigits(string text, ref int position, int end, ulong number)
    {
        int i = position;
        while (i < end && (uint)(text[i] - '0') is <= 9 and uint digit)
        {
            number = (number * 10) + digit;
            i++;
        }

        position = i;
        return number;
    }

    /// <summary>Reads a number of too many significant digits.</summary>
    private static DecimalNumber ReadLong(string text, int start, int end)
    {
        int position = start;
        ulong significand = 0;
        int digits = 0;
        long exponent = 0;
        bool truncated = false;
        bool inFraction = false;
        for (; position < end && text[position] is not ('e' or 'E'); position++)
        {
            uint digit = (uint)(text[position] - '0');
            if (digit > 9)
            {
                inFraction = text[position] == '.';
            }
            else if (digits < MaximumDigits)
            {
                significand = (significand * 10) + digit;
                digits += significand == 0 ? 0 : 1;
                exponent -= inFraction ? 1 : 0;
            }
            else
            {
                exponent += inFraction ? 0 : 1;
                truncated |= digit != 0;
            }
        }

        return Create(significand, exponent + ReadExponent(text, position + 1, end), truncated);
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static DecimalNumber Create(ulong significand, long exponent, bool isTruncated)
        => new(significand, (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, exponent)), isTruncated);
}
