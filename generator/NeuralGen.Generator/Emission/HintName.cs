using System.Globalization;
using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>Names generated files after their types. The compiler compares these names without regard to letter case.</summary>
internal static class HintName
{
    /// <summary>The name of a type's file.</summary>
    /// <param name="fullName">The type's full name.</param>
    /// <param name="clashes">The types whose names differ from another's in letter case only.</param>
    public static string Of(string fullName, EquatableArray<string> clashes)
    {
        string name = fullName.Replace('`', '-');
        return clashes.Contains(fullName) ? $"{name}-{Hash(fullName).ToString("x8", CultureInfo.InvariantCulture)}" : name;
    }

    /// <summary>The names that differ from another one in letter case only.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<string> fullNames) =>
        fullNames
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>FNV-1a, the same on every machine.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
