namespace NeuralGen.Generator.Declarations.Json;

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
    public static DecimalNumber Read(string text, int start, int length)
    {
        int position = start;
        int end = start + length;
        ulong significand = 0;
        int digits = 0;
        long exponent = 0;
        bool truncated = false;
        bool inFraction = false;
        for (; position < end; position++)
        {
            uint digit = (uint)(text[position] - '0');
            if (digit > 9)
            {
                if (text[position] is 'e' or 'E')
                {
                    break;
                }

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
                truncated |= digit != 0;
                exponent += inFraction ? 0 : 1;
            }
        }

        exponent += ReadExponent(text, position + 1, end);
        return new(significand, (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, exponent)), truncated);
    }

    /// <summary>The exponent after the letter, limited in size; 0 if there is none.</summary>
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
}
