using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The pages of this repository.</summary>
internal static partial class Pages
{
    public const string Readme = "README.md";

    /// <summary>All of them, by their paths from the root.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(SourceFolder.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(SourceFolder.Root, path).Replace('\\', '/'))
            .Where(path => !Output().IsMatch(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Those whose code is for readers to copy. Pages of rules are checked by tests of their own.</summary>
    public static IReadOnlyList<string> Guides { get; } =
        [.. All.Where(path => path == Readme || path.StartsWith("src/", StringComparison.Ordinal))];

    [GeneratedRegex(@"(^|/)(bin|obj|artifacts|\.[^/]*|TestResults)/")]
    private static partial Regex Output();
}
