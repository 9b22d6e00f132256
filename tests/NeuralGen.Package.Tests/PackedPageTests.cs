using System.IO.Compression;
using System.Text.RegularExpressions;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>The pages that lie in the package make sense there.</summary>
[Collection(SharedPackage.Name)]
public sealed partial class PackedPageTests(PackedPackage package)
{
    [Fact]
    public void Links_lead_to_files_of_the_package()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string[] links =
        [
            .. archive.Entries
                .Where(entry => entry.FullName.EndsWith(".md", StringComparison.Ordinal))
                .SelectMany(page => Link().Matches(Read(page)).Select(match => Target(page.FullName, match.Groups[1].Value))),
        ];
        Assert.Contains("docs/declaring.md", links);
        Assert.Contains("docs/diagnostics/README.md", links);
        Assert.Empty(links.Except(archive.Entries.Select(entry => entry.FullName)));
    }

    [Fact]
    public void The_readme_is_that_of_the_repository_but_for_links()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string packed = Read(archive.GetEntry("README.md")!).Replace("\r", "", StringComparison.Ordinal);
        string readme = File.ReadAllText(Path.Combine(PackedPackage.Repository(), "README.md")).Replace("\r", "", StringComparison.Ordinal);
        Assert.Contains("<!-- repository -->", readme, StringComparison.Ordinal);
        Assert.Equal(
            readme[..readme.IndexOf("\n<!-- repository -->", StringComparison.Ordinal)]
                .Replace("(src/NeuralGen/", "(", StringComparison.Ordinal)
                .Replace("(generator/", "(docs/", StringComparison.Ordinal),
            packed.TrimEnd('\n'));
    }

    /// <summary>The file of the package to which a link of a page leads.</summary>
    private static string Target(string page, string link) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Join("/", Path.GetDirectoryName(page), link))).Replace('\\', '/');

    private static string Read(ZipArchiveEntry page)
    {
        using StreamReader reader = new(page.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A relative link to a file, without its anchor.</summary>
    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
