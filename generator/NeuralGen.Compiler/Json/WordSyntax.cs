using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>Recognizes the literals that are words.</summary>
internal static class WordSyntax
{
    /// <summary>The word for infinity; the only one that a minus may precede.</summary>
    public const string Infinity = "Infinity";

    private static readonly string[] Literals = ["true", "false", "null", "NaN", Infinity];

    /// <summary>Passes the literal at the position; false, without an error, if none is there.</summary>
    public static bool TryRead(JsonCursor cursor)
    {
        foreach (string literal in Literals)
        {
            if (TryRead(cursor, literal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes a word if it is the one at the position.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static bool TryRead(JsonCursor cursor, string word)
    {
        if (cursor.Current != word[0])
        {
            return false;
        }

        // A longer word is no literal and is to be named as a whole.
        int length = FoundText.EndOfWord(cursor.Text, cursor.Position) - cursor.Position;
        if (length != word.Length || string.CompareOrdinal(cursor.Text, cursor.Position, word, 0, length) != 0)
        {
            return false;
        }

        cursor.Position += length;
        return true;
    }
}
