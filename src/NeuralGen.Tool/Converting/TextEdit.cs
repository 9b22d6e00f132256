using NeuralGen.Compiler.Json;

namespace NeuralGen.Tool.Converting;

/// <summary>Changes a member of a JSON text; all other characters stay, comments too.</summary>
internal static class TextEdit
{
    /// <summary>The text with a member of the outermost object set.</summary>
    /// <param name="text">The text, which must be sound.</param>
    /// <param name="key">The member's name.</param>
    /// <param name="value">Its value, as JSON.</param>
    public static string Set(string text, string key, string value)
    {
        JsonDocument document = JsonDocument.TryParse(text, out _)!;
        if (document.Root.TryGetMember(key, out JsonValue old))
        {
            return text[..old.Start] + value + text[(old.Start + old.Length)..];
        }

        int end = -1;
        foreach (JsonMember member in document.Root.Members)
        {
            end = member.Value.Start + member.Value.Length;
        }

        string added = $"\n  \"{key}\": {value}";
        if (end < 0)
        {
            int open = document.Root.Start + 1;
            return text[..open] + added + text[open..];
        }

        // The comma behind the last member, if there is one, stays where it is.
        return text[..end] + "," + added + text[end..];
    }

    /// <summary>The text without a member of the outermost object, whose line goes with it.</summary>
    public static string Remove(string text, string key)
    {
        JsonDocument document = JsonDocument.TryParse(text, out _)!;
        if (!document.Root.TryGetMember(key, out JsonValue old))
        {
            return text;
        }

        int start = text.LastIndexOf('"' + key + '"', old.Start, StringComparison.Ordinal);
        int end = old.Start + old.Length;
        end = end < text.Length && text[end] == ',' ? end + 1 : end;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text[..start] + text[end..];
    }
}
