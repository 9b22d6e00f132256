using System.Globalization;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Writes values into messages the same way on every machine.</summary>
internal static class Texts
{
    /// <summary>Longer texts from declarations are cut: a message is a line, not a page.</summary>
    private const int MostCharacters = 500;

    /// <summary>A number, short and invariant.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number of a precision, as short as that precision allows.</summary>
    public static string Number(double value, Precision precision) =>
        precision == Precision.Single ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : Number(value);

    /// <summary>A number without the last digits, which only say how it was computed.</summary>
    public static string RoundedNumber(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: 1 value, 2 values.</summary>
    public static string Count(long count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    /// <summary>A number of axes: 1 axis, 2 axes.</summary>
    public static string Axes(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " axis" : " axes");

    /// <summary>A key as its source spells it: use_bias in a file, UseBias in an attribute.</summary>
    public static string Key(DeclarationSource source, string key) => source == DeclarationSource.File ? key : PascalCase(key);

    /// <summary>A text from a declaration as a part of a message: control characters are spelled, the rest of a long text is left out.</summary>
    public static string Printable(string text)
    {
        string visible = Visible(text.Length > MostCharacters ? text.Substring(0, MostCharacters) : text);
        return text.Length > MostCharacters ? visible + "..." : visible;
    }

    /// <summary>A text whose control characters are spelled.</summary>
    public static string Visible(string text) => text.Any(IsUnprintable)
        ? string.Concat(text.Select(letter => IsUnprintable(letter) ? "\\u" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture) : letter.ToString()))
        : text;

    /// <summary>A text with everything but printable ASCII spelled, for texts that look the same.</summary>
    public static string Spelled(string text) => string.Concat(text.Select(letter =>
        letter is >= ' ' and <= '~' ? letter.ToString() : "\\u" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture)));

    /// <summary>batch_normalization as BatchNormalization.</summary>
    public static string PascalCase(string name) =>
        string.Concat(name.Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>BatchNormalization as batch_normalization.</summary>
    public static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, index) =>
            char.IsUpper(letter) && index > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    /// <summary>Characters that break a line, or that hide or reorder others.</summary>
    private static bool IsUnprintable(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
