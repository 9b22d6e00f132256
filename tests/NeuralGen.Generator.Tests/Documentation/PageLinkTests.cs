namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>Links between pages lead somewhere.</summary>
public class PageLinkTests
{
    public static TheoryData<string> Paths => new(Pages.All);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Relative_links_and_anchors_lead_somewhere(string path)
    {
        MarkdownPage page = MarkdownPage.At(path);
        IEnumerable<string> broken = page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal) && !LeadsSomewhere(page, link));
        Assert.Equal("", string.Join(", ", broken));
    }

    [Fact]
    public void Broken_links_are_seen()
    {
        MarkdownPage readme = MarkdownPage.At(Pages.Readme);
        Assert.True(LeadsSomewhere(readme, "src/NeuralGen/docs/declaring.md#tests-in-a-file"));
        Assert.False(LeadsSomewhere(readme, "src/NeuralGen/docs/declaring.md#tests-in-a-fil"));
        Assert.False(LeadsSomewhere(readme, "src/NeuralGen/docs/declarin.md"));
        Assert.False(LeadsSomewhere(readme, "#tests-in-a-file"));
        Assert.Contains("src/NeuralGen/docs/declaring.md", readme.Links);
    }

    private static bool LeadsSomewhere(MarkdownPage page, string link)
    {
        string[] parts = link.Split('#');
        string file = parts[0].Length == 0 ? page.Path : Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]);
        string full = Path.Combine(Hosting.SourceFolder.Root, file);
        return parts.Length == 1
            ? File.Exists(full) || Directory.Exists(full)
            : File.Exists(full) && MarkdownPage.At(file).Anchors.Contains(parts[1]);
    }
}
