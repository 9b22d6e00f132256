using System.Globalization;
using System.Text;

namespace NeuralGen.Compiler.Json;

/// <summary>The meaning of strings that are known to be well-formed.</summary>
internal static class JsonString
{
    /// <summary>The characters a string stands for; start and length include its quotes.</summary>
    public static string Decode(string text, int start, int length)
    {
        int position = start + 1;
        int end = start + length - 1;
        int escape = text.IndexOf('\\', position, end - position);
        if (escape < 0)
        {
            return text.Substring(position, end - position);
        }

        StringBuilder decoded = new(end - position);
        while (escape >= 0)
        {
            decoded.Append(text, position, escape - position);
            decoded.Append(DecodeEscape(text, escape, out int escapeLength));
            position = escape + escapeLength;
            escape = text.IndexOf('\\', position, end - position);
        }

        return decoded.Append(text, position, end - position).ToString();
    }

    /// <summary>Whether a string stands for these characters; start and length include its quotes.</summary>
    public static bool Matches(string text, int start, int length, string characters)
    {
        int written = length - 2;
        if (written < characters.Length)
        {
            return false;
        }

        return text.IndexOf('\\', start + 1, written) < 0
            ? string.CompareOrdinal(text, start + 1, characters, 0, written) == 0
            : Decode(text, start, length) == characters;
    }

    private static char DecodeEscape(string text, int start, out int length)
    {
        char letter = text[start + 1];
        length = letter == 'u' ? 6 : 2;
        return letter switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            // Half of a surrogate pair stands for itself; two in a row form the pair.
            'u' => (char)int.Parse(
                text.Substring(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            _ => letter,
        };
    }
}
