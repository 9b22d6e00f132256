using System.Globalization;
using System.Text;

namespace NeuralGen.Compiler.Values.Names;

/// <summary>The one rule by which names from declarations become C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>Where a longer name is cut: assemblies hold names of about a thousand bytes.</summary>
    private const int MostLetters = 250;

    /// <summary>
    /// The name of a type or member: words split at anything that is not a letter, a digit or a mark on one of these, the first
    /// letter of each raised, a leading sign spelled, an underscore before a leading digit.
    /// </summary>
    public static string Member(string name) => Join(name, raiseFirst: true);

    /// <summary>The name of a parameter: like a member's, with the very first letter lowered; keywords are escaped.</summary>
    public static string Parameter(string name)
    {
        string identifier = Join(name, raiseFirst: false);
        return Keywords.IsReserved(identifier) ? "@" + identifier : identifier;
    }

    /// <summary>Puts an @ before a word that C# reserves.</summary>
    public static string Escape(string identifier) =>
        Keywords.IsReservedSomewhere(identifier) ? "@" + identifier : identifier;

    /// <summary>A dotted name with each part made an identifier unless it is one.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(part =>
        Escape(IsValid(part) ? part : Member(part))));

    /// <summary>Whether C# takes a text for a name, keywords included.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length == 0 || !(text[0] == '_' || IsLetter(text[0])))
        {
            return false;
        }

        foreach (char letter in text)
        {
            if (!IsLetter(letter) && !IsMark(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not
                (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetter(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static string Join(string name, bool raiseFirst)
    {
        StringBuilder result = new();
        if (name.Length > 1 && (name[0] is '-' or '+') && char.IsLetterOrDigit(name[1]))
        {
            result.Append(name[0] == '-' ? "Minus" : "Plus");
        }

        bool startsWord = true;
        foreach (char letter in Composition.Compose(name))
        {
            if (result.Length == MostLetters)
            {
                break;
            }

            if (!startsWord && IsMark(letter))
            {
                result.Append(letter);
                continue;
            }

            if (!char.IsLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }

            result.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        if (result.Length == 0)
        {
            return "_";
        }

        if (!raiseFirst)
        {
            result[0] = char.ToLowerInvariant(result[0]);
        }

        return char.IsDigit(result[0]) ? "_" + result : result.ToString();
    }

    /// <summary>Accents and vowel signs that do not stand alone; C# allows them behind the first letter.</summary>
    private static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
