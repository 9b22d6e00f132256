using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Declarations.Files;

/// <summary>Finds the file that an attribute names.</summary>
internal static class FileReference
{
    /// <summary>
    /// The paths that end with the segments of <paramref name="reference"/>; letter case, and whether letters and their marks are
    /// composed, decide only between several.
    /// </summary>
    /// <param name="reference">What the attribute says.</param>
    /// <param name="paths">The paths of all additional files.</param>
    public static IReadOnlyList<string> Resolve(string reference, IEnumerable<string> paths)
    {
        string[] wanted = Segments(reference);
        if (wanted.Length == 0)
        {
            return [];
        }

        string[] composed = [.. wanted.Select(Composition.Compose)];
        string[] found = [.. paths.Distinct().Where(path => EndsWith(ComposedSegments(path), composed, StringComparison.OrdinalIgnoreCase))];
        string[] sameCase = [.. found.Where(path => EndsWith(ComposedSegments(path), composed, StringComparison.Ordinal))];
        string[] same = [.. found.Where(path => EndsWith(Segments(path), wanted, StringComparison.Ordinal))];
        return same.Length == 1 ? same : sameCase.Length == 1 ? sameCase : found;
    }

    private static string[] Segments(string path)
    {
        string[] segments = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return [.. segments.Where(segment => segment != ".")];
    }

    private static string[] ComposedSegments(string path) => [.. Segments(path).Select(Composition.Compose)];

    private static bool EndsWith(string[] path, string[] end, StringComparison comparison)
    {
        int offset = path.Length - end.Length;
        for (int i = 0; i < end.Length; i++)
        {
            if (offset < 0 || !string.Equals(path[offset + i], end[i], comparison))
            {
                return false;
            }
        }

        return true;
    }
}
