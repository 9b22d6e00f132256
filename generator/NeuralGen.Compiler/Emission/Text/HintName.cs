using System.Globalization;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Names generated files after their types. The compiler compares these names without regard to letter case.</summary>
internal static class HintName
{
    /// <summary>The name of a type's file.</summary>
    /// <param name="fullName">The type's full name.</param>
    /// <param name="clashes">The types whose names make the same file's name as another's.</param>
    public static string Of(string fullName, ValueList<string> clashes)
    {
        string name = Plain(fullName);
        return clashes.Items.Contains(fullName) ? $"{name}-{Hash(fullName).ToString("x8", CultureInfo.InvariantCulture)}" : name;
    }

    /// <summary>The names that make the same file's name as another one's.</summary>
    public static ValueList<string> Clashes(IEnumerable<string> fullNames) =>
        ValueList<string>.Of(fullNames
            .GroupBy(Plain, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The characters that old compilers allow in the name of a file.</summary>
    private static string Plain(string fullName) => fullName.Replace('`', '-').Replace('+', '.');

    /// <summary>FNV-1a, the same on every machine.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
