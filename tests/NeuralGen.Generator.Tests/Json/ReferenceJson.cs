using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReferenceDocument = System.Text.Json.JsonDocument;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>System.Text.Json, with the few deliberate differences of this project's reader evened out.</summary>
internal static partial class ReferenceJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 64,
    };

    /// <summary>The outermost value, or null if the text is not well-formed.</summary>
    public static JsonElement? Parse(string text)
    {
        // It takes no byte-order mark in a string.
        if (text.StartsWith('\ufeff'))
        {
            text = text[1..];
        }

        // It takes no comment between a member's name and its colon, and no U+2028 in a line comment.
        return ParseAsIs(text) ?? ParseAsIs(WithoutComments(text));
    }

    /// <summary>The text with spaces in place of its comments.</summary>
    public static string WithoutComments(string text)
        => Tokens().Replace(text, match => match.Value[0] == '"' ? match.Value : new string(' ', match.Length));

    /// <summary>
    /// The text with another character in place of each half of a surrogate pair: System.Text.Json cannot read such
    /// text, this project's reader keeps it.
    /// </summary>
    public static string WithoutLoneSurrogates(string text)
    {
        StringBuilder result = new(text);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                result[i] = 'é';
            }
        }

        return result.ToString();
    }

    private static JsonElement? ParseAsIs(string text)
    {
        try
        {
            return ReferenceDocument.Parse(text, Options).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|//[^\r\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
