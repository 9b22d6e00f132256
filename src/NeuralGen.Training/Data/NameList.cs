namespace NeuralGen.Training;

/// <summary>The names of columns or classes.</summary>
internal static class NameList
{
    /// <summary>Copies names after checking that there are as many as things, each once, or none.</summary>
    public static IReadOnlyList<string> Checked(IReadOnlyList<string> names, int count, string kind, string things)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != 0 && names.Count != count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {names.Count} {kind} and {count} {things}."), nameof(names));
        }

        return names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated
            ? throw new ArgumentException($"The {kind} have '{repeated.Key}' more than once.", nameof(names))
            : [.. names];
    }

    /// <summary>Writes names for messages.</summary>
    public static string Text(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
