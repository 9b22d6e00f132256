namespace NeuralGen.Benchmarks.Reports;

/// <summary>The part of a Markdown text between two comments.</summary>
internal static class MarkedSection
{
    /// <summary>Puts the content between the comments of the name, with an empty line before and after it.</summary>
    public static string Replace(string text, string name, string content)
    {
        string opening = $"<!-- {name} -->";
        string closing = $"<!-- /{name} -->";
        int start = text.IndexOf(opening, StringComparison.Ordinal);
        int end = text.IndexOf(closing, Math.Max(start, 0), StringComparison.Ordinal);
        return start >= 0 && end >= 0
            ? $"{text[..(start + opening.Length)]}\n\n{content.Trim()}\n\n{text[end..]}"
            : throw new InvalidDataException($"'{opening}' and '{closing}' are not there.");
    }
}
