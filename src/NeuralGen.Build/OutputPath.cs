namespace NeuralGen.Build;

/// <summary>
/// Where what is made of a file lies: below the folder of intermediate files, under the path as the project writes it, so that
/// files of one name in two folders do not meet and the end of the path tells which file is meant.
/// </summary>
internal static class OutputPath
{
    /// <summary>Stands for a folder above the project's.</summary>
    private const string Parent = "__";

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The path below the folder of intermediate files.</summary>
    /// <param name="path">The path as the project writes it.</param>
    /// <param name="projectFolder">The project's folder, a full path.</param>
    public static string Of(string path, string projectFolder)
    {
        string folder = projectFolder.TrimEnd(Separators) + Path.DirectorySeparatorChar;
        string shown = path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length) : path;
        List<string> segments = Path.IsPathRooted(shown) ? [Parent] : [];
        foreach (string segment in shown.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != "."))
        {
            if (segment != "..")
            {
                segments.Add(segment.Replace(':', '_'));
            }
            else if (segments.Count == 0 || segments[segments.Count - 1] == Parent)
            {
                segments.Add(Parent);
            }
            else
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return Path.Combine([.. segments]);
    }
}
