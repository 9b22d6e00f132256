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

    /// <summary>Says why a text is not read as a number.</summary>
    public string Explain(string text)
    {
        string cause = text.FirstOrDefault(char.IsControl, ' ') is var control && control != ' ' ? FormattableString.Invariant($": it has a character U+{(int)control:X4}")
            : IsOutOfRange(text) ? $": it is beyond the range of {Precision} precision"
            : IsNumber(text, Other(options.DecimalSeparator)) && !IsGrouped(text, Other(options.DecimalSeparator)) ? $": its decimals stand behind a {Word(Other(options.DecimalSeparator))}; set DecimalSeparator to '{Other(options.DecimalSeparator)}'"
            : WithoutGroups(text) ? ": it has thousands separators, which are not read" + (IsNumber(text, Other(options.DecimalSeparator)) ? $", or decimals behind a {Word(Other(options.DecimalSeparator))}; for these set DecimalSeparator to '{Other(options.DecimalSeparator)}'" : string.Empty)
            : "; if it stands for a missing value, name it in MissingTexts";
        return $"'{text}' is not a finite number{cause}.";
    }

    private static string Precision => typeof(T) == typeof(float) ? "single" : typeof(T) == typeof(double) ? "double" : typeof(T).Name;

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

    private bool WithoutGroups(string text)
    {
        string rest = string.Concat(text.Where(letter => letter != Other(options.DecimalSeparator) && letter is not ('\'' or '_' or '\u2019') && !char.IsWhiteSpace(letter)));
        return IsNumber(rest, options.DecimalSeparator) || (IsNumber(string.Concat(rest.Where(letter => letter != options.DecimalSeparator)), '.') && text.Count(letter => letter == options.DecimalSeparator) > 1)
            || IsNumber(string.Concat(text.Where(letter => letter != options.DecimalSeparator)), Other(options.DecimalSeparator));
    }
}
