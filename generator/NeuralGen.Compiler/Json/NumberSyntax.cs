using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>Checks that numbers are well-formed.</summary>
internal static class NumberSyntax
{
    /// <summary>Passes the number whose minus or first digit is at the position; false after an error.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static bool Read(JsonCursor cursor)
    {
        if (cursor.Current == '-')
        {
            cursor.Position++;
            if (WordSyntax.TryRead(cursor, WordSyntax.Infinity))
            {
                return true;
            }
        }

        int start = cursor.Position;
        if (!ReadDigits(cursor))
        {
            return false;
        }

        if (cursor.Text[start] == '0' && cursor.Position > start + 1)
        {
            cursor.Position = start;
            return cursor.Unexpected("a number without leading zeros");
        }

        return ReadFraction(cursor) && ReadExponent(cursor);
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static bool ReadFraction(JsonCursor cursor)
    {
        if (cursor.Current != '.')
        {
            return true;
        }

        cursor.Position++;
        return ReadDigits(cursor);
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static bool ReadExponent(JsonCursor cursor)
    {
        if (cursor.Current is not ('e' or 'E'))
        {
            return true;
        }

        cursor.Position++;
        if (cursor.Current is '+' or '-')
        {
            cursor.Position++;
        }

        return ReadDigits(cursor);
    }

    /// <summary>Passes one or more digits.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static bool ReadDigits(JsonCursor cursor)
    {
        string text = cursor.Text;
        int start = cursor.Position;
        int position = start;
        while (position < text.Length && (uint)(text[position] - '0') <= 9)
        {
            position++;
        }

        cursor.Position = position;
        return position > start || cursor.Unexpected("a digit");
    }
}
