namespace NeuralGen.Compiler.Json;

/// <summary>Checks that strings are well-formed.</summary>
internal static class StringSyntax
{
    /// <summary>Passes the string whose opening quote is at the position; false after an error.</summary>
    public static bool Read(JsonCursor cursor)
    {
        string text = cursor.Text;
        int start = cursor.Position;
        int position = start + 1;
        while (position < text.Length)
        {
            char c = text[position];
            if (c == '"')
            {
                cursor.Position = position + 1;
                return true;
            }

            if (c < ' ')
            {
                return Unexpected(cursor, "'\"' or an escape such as '\\n'", position);
            }

            if (c != '\\')
            {
                position++;
            }
            else if (!ReadEscape(cursor, ref position))
            {
                return false;
            }
        }

        return cursor.Fail("Expected '\"' at the end of this string but found the end of the file.", start, 1);
    }

    private static bool ReadEscape(JsonCursor cursor, ref int position)
    {
        string text = cursor.Text;
        position++;
        char letter = position < text.Length ? text[position] : '\0';
        if (letter is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't')
        {
            position++;
            return true;
        }

        if (letter != 'u')
        {
            return Unexpected(cursor, "one of '\"', '\\', '/', 'b', 'f', 'n', 'r', 't' and 'u' after '\\'", position);
        }

        position++;
        for (int end = position + 4; position < end; position++)
        {
            if (position >= text.Length || !IsHexadecimal(text[position]))
            {
                return Unexpected(cursor, "four hexadecimal digits after '\\u'", position);
            }
        }

        return true;
    }

    private static bool IsHexadecimal(char c)
        => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>Records an error about one character, even if it is part of a word; always false.</summary>
    private static bool Unexpected(JsonCursor cursor, string expected, int position)
    {
        FoundText found = FoundText.CharacterAt(cursor.Text, position);
        return cursor.Fail($"Expected {expected} but found {found.Description}.", position, found.Length);
    }
}
