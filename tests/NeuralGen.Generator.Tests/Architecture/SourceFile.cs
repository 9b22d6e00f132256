using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Architecture;

/// <summary>A source file of the repository.</summary>
/// <param name="Path">Its path below the repository, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The folder that holds it.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The namespace that it declares; null when it declares none.</summary>
    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The namespaces that it opens.</summary>
    public IEnumerable<string> Usings => UsingLine().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>All files of people below a folder of the repository: neither built, nor snapshots of what is generated.</summary>
    public static IEnumerable<SourceFile> Below(string folder) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(SourceFolder.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(SourceFolder.Root, path).Replace('\\', '/'))
            .Where(path => !BuiltFolder().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(SourceFolder.Root, path))));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static |\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex("(^|/)(bin|obj|artifacts|Snapshots)/")]
    private static partial Regex BuiltFolder();
}
