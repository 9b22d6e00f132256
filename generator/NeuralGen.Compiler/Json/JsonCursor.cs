using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>A position in the text being parsed, and the error if one was met.</summary>
internal sealed class JsonCursor(string text)
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>The offset of the next character to read.</summary>
    public int Position { get; set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>What is wrong; parsing ends with the first error.</summary>
    public JsonError? Error { get; private set; }

    /// <summary>Whether no character is left.</summary>
    public bool AtEnd => Position >= Text.Length;

    /// <summary>The next character; U+0000, which no token begins with, at the end.</summary>
    public char Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Position < Text.Length ? Text[Position] : '\0';
    }

    /// <summary>Passes white space and comments; false if a comment does not end.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public bool SkipTrivia()
    {
        string text = Text;
        int position = Position;
        while (position < text.Length)
        {
            char c = text[position];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                position++;
            }
            else if (c == '/' && position + 1 < text.Length && text[position + 1] is '/' or '*')
            {
                int end = EndOfComment(position);
                if (end < 0)
                {
                    return Fail("Expected '*/' at the end of this comment but found the end of the file.", position, 2);
                }

                position = end;
            }
            else
            {
                break;
            }
        }

        Position = position;
        return true;
    }

    /// <summary>Records an error; always false, for the caller to return.</summary>
    public bool Fail(string message, int start, int length)
    {
        Error = new JsonError(message, start, length);
        return false;
    }

    /// <summary>Records that something else stands at the position; always false.</summary>
    public bool Unexpected(string expected)
    {
        FoundText found = FoundText.TokenAt(Text, Position);
        return Fail($"Expected {expected} but found {found.Description}.", Position, found.Length);
    }

    /// <summary>The offset after the comment, or -1.</summary>
    private int EndOfComment(int start)
    {
        if (Text[start + 1] == '*')
        {
            int close = Text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            return close < 0 ? -1 : close + 2;
        }

        // The line break itself is white space.
        int end = Text.IndexOfAny(LineBreaks, start + 2);
        return end < 0 ? Text.Length : end;
    }
}
