using System.Globalization;
using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Reads numbers of a CSV file, and says what is wrong with texts that are none.</summary>
internal sealed class CsvNumber<T>(CsvDatasetOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly NumberFormatInfo _format = FormatWith(options.DecimalSeparator);

    public bool TryParse(string text, out T number)
    {
        // The framework skips zero characters at the end.
        number = T.Zero;
        return !text.Any(char.IsControl) && T.TryParse(text, NumberStyles.Float, _format, out number) && T.IsFinite(number);
    }

    /// <summary>The same of a text in UTF-8.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out T number)
    {
        number = T.Zero;
        return text.IndexOfAnyInRange((byte)0, (byte)31) < 0 && text.IndexOf((byte)127) < 0 && T.TryParse(text, NumberStyles.Float, _format, out number) && T.IsFinite(number);
    }

    /// <summary>Says why a text is not read as a number.</summary>
    public string Explain(string text)
    {
        char other = Other(options.DecimalSeparator);
        bool isOther = IsNumber(text, other);
        string setting = $"; set DecimalSeparator to '{other}'";
        bool hasDigits = text.Any(char.IsDigit);
        string cause = text.FirstOrDefault(letter => IsHidden(letter) || (hasDigits && IsLookalike(letter)), ' ') is var strange && strange != ' ' ? FormattableString.Invariant($": it has a character U+{(int)strange:X4}")
            : IsOutOfRange(text) ? $": it is beyond the range of {Precision} precision"
            : isOther && !IsGrouped(text, other) ? $": it has a decimal {Word(other)}{setting}"
            : isOther ? $": it has a separator of thousands, which is not read, or a decimal {Word(other)}{setting} then"
            : IsGroupedNumber(text) ? ": it has separators of thousands, which are not read"
            : "; if it stands for a missing value, name it in MissingTexts";
        return $"'{Visible(text)}' is not a finite number{cause}.";
    }

    private static string Precision => typeof(T) == typeof(float) ? "single" : typeof(T) == typeof(double) ? "double" : typeof(T).Name;

    private static string Visible(string text) =>
        string.Concat(text.Select(letter => IsHidden(letter) ? FormattableString.Invariant($"\\u{(int)letter:X4}") : letter.ToString()));

    /// <summary>Whether nothing of a character can be seen, as of a space without width.</summary>
    private static bool IsHidden(char letter) => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    /// <summary>Whether a character looks like a part of a number that it is not: a dash in place of the minus, a digit of another script.</summary>
    private static bool IsLookalike(char letter) =>
        letter is '\u2212' or (>= '\u2010' and <= '\u2015') || (char.IsDigit(letter) && !char.IsAsciiDigit(letter));

    private static char Other(char separator) => separator == '.' ? ',' : '.';

    private static string Word(char separator) => separator == ',' ? "comma" : "point";

    private static NumberFormatInfo FormatWith(char separator)
    {
        NumberFormatInfo format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        format.NumberDecimalSeparator = separator.ToString();
        return format;
    }

    private static bool IsNumber(string text, char separator) =>
        text.Any(char.IsAsciiDigit) && double.TryParse(text, NumberStyles.Float, FormatWith(separator), out _);

    /// <summary>Whether a separator could be one of thousands: three digits are behind it.</summary>
    private static bool IsGrouped(string text, char separator)
    {
        int place = text.IndexOf(separator);
        return place > 0 && text[(place + 1)..] is { Length: 3 } rest && rest.All(char.IsAsciiDigit) && text[..place].TrimStart('-', '+').Length <= 3;
    }

    private bool IsOutOfRange(string text) => IsNumber(text, options.DecimalSeparator) && T.TryParse(text, NumberStyles.Float, _format, out T number) && T.IsInfinity(number);

    /// <summary>Whether a text is a number if what may stand between thousands is left out.</summary>
    private bool IsGroupedNumber(string text)
    {
        char own = options.DecimalSeparator;
        char other = Other(own);
        string bare = string.Concat(text.Where(letter => letter is not ('\'' or '_' or '\u2019') && !char.IsWhiteSpace(letter)));
        return IsNumber(bare.Replace(other.ToString(), string.Empty, StringComparison.Ordinal), own)
            || IsNumber(bare.Replace(own.ToString(), string.Empty, StringComparison.Ordinal), other);
    }
}
