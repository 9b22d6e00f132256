using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The page that shows the repository to strangers.</summary>
public class ReadmeTests
{
    private const int MostLines = 150;

    private static readonly MarkdownPage Page = MarkdownPage.At(Pages.Readme);

    [Fact]
    public void It_is_short() => Assert.InRange(Page.Lines.Count, 1, MostLines);

    [Fact]
    public void The_error_is_the_one_that_a_missing_weight_brings()
    {
        CodeBlock file = Assert.Single(Page.Code("json"));
        string shortened = file.Text.Replace("[0.5, -0.25, 1.5, 2]", "[0.5, -0.25, 1.5]", StringComparison.Ordinal);
        Assert.NotEqual(file.Text, shortened);

        Diagnostic error = Assert.Single(new GeneratorHost().File(PageProject.FileName(file), shortened).Run().Analyze());
        FileLinePositionSpan place = error.Location.GetLineSpan();
        LinePosition start = place.StartLinePosition;
        string line = FormattableString.Invariant($"{place.Path}({start.Line + 1},{start.Character + 1}): error {error.Id}: {error.GetMessage(null)}\n");
        Assert.Equal(line, Assert.Single(Page.Code("text")).Text);
    }
}
