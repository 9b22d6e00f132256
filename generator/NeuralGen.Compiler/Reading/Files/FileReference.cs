using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Finds the file that an attribute names.</summary>
internal static class FileReference
{
    /// <summary>
    /// The same for the file of a type. What a build makes of one model for several items lies under the model's name, with that of each item's
    /// class behind it: the type takes the one of its own name, or else the one without a name.
    /// </summary>
    /// <param name="claim">What the type's attribute says.</param>
    /// <param name="files">All additional files.</param>
    public static IReadOnlyList<string> Resolve(FileClaim claim, IEnumerable<NamedFile> files)
    {
        IReadOnlyList<string> found = Resolve(claim.File, files);
        string model = Segments(claim.File).LastOrDefault() ?? "";
        string[] own = [.. found.Where(path => path.EndsWith($"{model}.{claim.Type}{FileTarget.Extension}", StringComparison.OrdinalIgnoreCase))];
        string[] unnamed = [.. found.Where(path => path.EndsWith(model + FileTarget.Extension, StringComparison.OrdinalIgnoreCase))];
        return found.Count <= 1 ? found : own.Length == 1 ? own : unnamed.Length == 1 && found.All(path => path.StartsWith(unnamed[0].Substring(0, unnamed[0].Length - FileTarget.Extension.Length), StringComparison.Ordinal)) ? unnamed : found;
    }

    /// <summary>
    /// The paths of files that have a name that ends with the segments of <paramref name="reference"/>; letter case, and whether
    /// letters and their marks are composed, decide only between several.
    /// </summary>
    /// <param name="reference">What the attribute says.</param>
    /// <param name="files">All additional files.</param>
    public static IReadOnlyList<string> Resolve(string reference, IEnumerable<NamedFile> files)
    {
        string[] wanted = Segments(reference);
        if (wanted.Length == 0)
        {
            return [];
        }

        string[] composed = [.. wanted.Select(Composition.Compose)];
        NamedFile[] found = [.. files.Where(file => file.Names.Any(name => EndsWith(ComposedSegments(name), composed, StringComparison.OrdinalIgnoreCase)))];
        string[] sameCase = Paths(found.Where(file => file.Names.Any(name => EndsWith(ComposedSegments(name), composed, StringComparison.Ordinal))));
        string[] same = Paths(found.Where(file => file.Names.Any(name => EndsWith(Segments(name), wanted, StringComparison.Ordinal))));
        return same.Length == 1 ? same : sameCase.Length == 1 ? sameCase : Paths(found);
    }

    private static string[] Paths(IEnumerable<NamedFile> files) => [.. files.Select(file => file.Path).Distinct()];

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
