using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>Pages that are written from the schema. Where it is meant to change, the environment variable NEURALGEN_PAGES=write writes them anew.</summary>
public class ReferencePageTests
{
    [Fact]
    public void Every_page_stands_in_the_contents()
    {
        string folder = Path.Combine(SourceFolder.Root, "src", "NeuralGen", "docs");
        string[] pages = [.. Directory.EnumerateFiles(folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        string contents = File.ReadAllText(Path.Combine(folder, "toc.yml"));
        string overview = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.All(pages, page => Assert.Contains($"href: {page}\n", contents, StringComparison.Ordinal));
        Assert.All(pages.Where(page => page != "README.md"), page => Assert.Contains($"({page})", overview, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nn-json.md")]
    [InlineData("layers.md")]
    public void Pages_say_what_the_schema_says(string name)
    {
        string path = Path.Combine(SourceFolder.Root, "src", "NeuralGen", "docs", name);
        string text = (name == "layers.md" ? ReferencePage.OfLayers() : ReferencePage.OfFiles()).Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("NEURALGEN_PAGES") == "write")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
    }
}
