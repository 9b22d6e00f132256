using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Schema;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The code in guides is right: readers copy it.</summary>
public partial class PageCodeTests
{
    private static readonly string[] Languages = ["", "csharp", "json", "text", "xml"];

    private static readonly string[] Markers = ["", "generated", "members"];

    public static TheoryData<string, int> Sources => Blocks("csharp");

    public static TheoryData<string, int> GeneratedSources => Blocks("csharp", "generated");

    public static TheoryData<string, int> MemberLists => Blocks("csharp", "members");

    public static TheoryData<string, int> Files => Blocks("json");

    public static TheoryData<string, int> ProjectParts => Blocks("xml");

    [Fact]
    public void Every_block_is_of_a_kind_that_is_checked() => Assert.All(Pages.Guides.SelectMany(path => MarkdownPage.At(path).Blocks), block =>
    {
        Assert.Contains(block.Language, Languages);
        Assert.Contains(block.Marker, block.Language == "csharp" ? Markers : [""]);
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void Sources_compile_and_write_what_their_comments_say(string path, int line)
    {
        (MarkdownPage page, CodeBlock block) = Find(path, line);
        GeneratedProject project = PageProject.Of(page, block);
        Assert.Equal("", Problems(project));

        string[] said = [.. Output().Matches(block.Text).Select(match => match.Groups[1].Value)];
        if (said.Length > 0)
        {
            Assert.Equal(said, CapturedConsole.Run(project.Load()));
        }
    }

    [Theory]
    [MemberData(nameof(GeneratedSources))]
    public void Generated_code_is_what_the_compiler_writes_for_the_page(string path, int line)
    {
        (MarkdownPage page, CodeBlock block) = Find(path, line);
        IEnumerable<string> generated = page.Code("csharp").SelectMany(source => PageProject.Of(page, source).Generated.Values);
        Assert.Contains(generated, text => Trimmed(text).Contains(Trimmed(block.Text), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MemberLists))]
    public void Members_are_those_of_the_network_above_them(string path, int line)
    {
        (MarkdownPage page, CodeBlock block) = Find(path, line);
        CodeBlock declaration = page.Code("csharp").Last(source => source.Line < line);
        Compilation compilation = PageProject.Of(page, declaration).Compilation;
        INamedTypeSymbol network = MemberList.Network(compilation, declaration);
        Assert.Equal(MemberList.Of(network), MemberList.Of(MemberList.Parse(compilation, block, network)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_are_networks_without_errors_and_fit_the_schema(string path, int line)
    {
        CodeBlock file = Find(path, line).Block;
        GeneratedProject project = new GeneratorHost().File(PageProject.FileName(file), file.Text).Run();
        Assert.Equal("", Problems(project));
        Assert.NotEmpty(project.Generated);
        Assert.Empty(NetworkSchema.Validate(file.Text));
    }

    [Theory]
    [MemberData(nameof(ProjectParts))]
    public void Parts_of_projects_are_well_formed(string path, int line) =>
        Assert.NotEmpty(XElement.Parse($"<Project>{Find(path, line).Block.Text}</Project>").Elements());

    private static TheoryData<string, int> Blocks(string language, string marker = "")
    {
        TheoryData<string, int> data = [];
        foreach (MarkdownPage page in Pages.Guides.Select(MarkdownPage.At))
        {
            foreach (CodeBlock block in page.Code(language, marker))
            {
                data.Add(page.Path, block.Line);
            }
        }

        return data;
    }

    private static (MarkdownPage Page, CodeBlock Block) Find(string path, int line)
    {
        MarkdownPage page = MarkdownPage.At(path);
        return (page, page.Blocks.Single(block => block.Line == line));
    }

    /// <summary>All that a build of the SDK's would say; of libraries for older frameworks (CS1701) it says nothing either.</summary>
    private static string Problems(GeneratedProject project) => string.Join('\n', project.Analyze()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Concat(project.GeneratorDiagnostics)
        .Concat(project.CompilerDiagnostics.Where(diagnostic => diagnostic.Id != "CS1701"))
        .Select(diagnostic => diagnostic.ToString()));

    private static string Trimmed(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(@"Console\.WriteLine\(.*\);\s*// (.+)")]
    private static partial Regex Output();
}
