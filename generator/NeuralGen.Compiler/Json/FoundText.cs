using System.Globalization;

namespace NeuralGen.Compiler.Json;

/// <summary>Offending characters and how a message names them: short, and never raw control characters.</summary>
internal readonly struct FoundText(string description, int length)
{
    private const int LongestWord = 20;

    /// <summary>The characters in quotes, their code, or "the end of the file".</summary>
    public string Description { get; } = description;

    /// <summary>The number of characters.</summary>
    public int Length { get; } = length;

    /// <summary>The whole word or number at a position, else the character there.</summary>
    public static FoundText TokenAt(string text, int position)
    {
        int end = EndOfWord(text, position);
        int length = end - position;
        if (length <= 1)
        {
            return CharacterAt(text, position);
        }

        string shown = length <= LongestWord
            ? text.Substring(position, length)
            : text.Substring(position, LongestWord) + "…";
        return new($"'{shown}'", length);
    }

    /// <summary>The character at a position, which may be the end of the text.</summary>
    public static FoundText CharacterAt(string text, int position)
    {
        if (position >= text.Length)
        {
            return new("the end of the file", 0);
        }

        if (char.IsSurrogatePair(text, position))
        {
            return IsPrintable(text, position)
                ? new($"'{text.Substring(position, 2)}'", 2)
                : new($"U+{char.ConvertToUtf32(text, position):X4}", 2);
        }

        return IsPrintable(text, position)
            ? new($"'{text[position]}'", 1)
            : new($"U+{(int)text[position]:X4}", 1);
    }

    /// <summary>The offset after the ASCII letters, digits and underscores at a position.</summary>
    public static int EndOfWord(string text, int position)
    {
        while (position < text.Length
            && text[position] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        {
            position++;
        }

        return position;
    }

    /// <summary>Whether a reader sees the character: no space, no lone surrogate, nothing that only combines.</summary>
    private static bool IsPrintable(string text, int position)
        => CharUnicodeInfo.GetUnicodeCategory(text, position)
            is (>= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter)
            or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber)
            or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol);
}
