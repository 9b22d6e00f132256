using System.Text;

namespace NeuralGen.Compiler.Values.Names;

/// <summary>
/// Composes letters with the marks behind them, as Unicode's form C does for texts whose marks stand in canonical order. The
/// framework's own normalisation does nothing in processes without culture data, and names have to be the same on every machine.
/// </summary>
internal static class Composition
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int Leads = 19;
    private const int FirstVowel = 0x1161;
    private const int Vowels = 21;
    private const int FirstTail = 0x11A7;
    private const int Tails = 28;

    /// <summary>The first character that is the second of a pair.</summary>
    private const char FirstMark = '\u0300';

    private static readonly Lazy<Dictionary<(char Letter, char Mark), char>> Pairs = new(Read);

    /// <summary>The text with all pairs composed.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(letter => letter >= FirstMark))
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        foreach (char letter in text)
        {
            if (result.Length > 0 && letter >= FirstMark && Composed(result[result.Length - 1], letter) is { } composed)
            {
                result[result.Length - 1] = composed;
            }
            else
            {
                result.Append(letter);
            }
        }

        return result.ToString();
    }

    private static char? Composed(char letter, char mark)
    {
        int vowel = mark - FirstVowel;
        if (letter - FirstLead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return (char)(FirstSyllable + ((((letter - FirstLead) * Vowels) + vowel) * Tails));
        }

        int syllable = letter - FirstSyllable;
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && mark - FirstTail is > 0 and < Tails)
        {
            return (char)(letter + mark - FirstTail);
        }

        return Pairs.Value.TryGetValue((letter, mark), out char composed) ? composed : null;
    }

    private static Dictionary<(char Letter, char Mark), char> Read()
    {
        Dictionary<(char Letter, char Mark), char> pairs = [];
        for (int i = 0; i < CompositionPairs.Text.Length; i += 3)
        {
            pairs.Add((CompositionPairs.Text[i], CompositionPairs.Text[i + 1]), CompositionPairs.Text[i + 2]);
        }

        return pairs;
    }
}
