using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Reading.Files;

/// <summary>Lines and columns, counted by hand.</summary>
public class PositionTests
{
    private const string Text = "{ \"inputs\": 2,\n  \"layers\": [\n\t{ \"type\": \"dense\",\n    \"weights\": [[1, 2, 3]] } ] }";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void A_line_ends_the_way_the_file_ends_lines(string lineBreak)
    {
        // Inside a string JSON allows U+2028, and the compiler counts it as the end of a line.
        string text = lineBreak == "\u2028"
            ? Text.Replace("{ \"inputs\"", "{ \"name\": \"\u2028\", \"inputs\"", StringComparison.Ordinal)
            : Text.Replace("\n", lineBreak, StringComparison.Ordinal);
        FileLinePositionSpan span = Single(text).Location.GetLineSpan();
        int line = lineBreak == "\u2028" ? 4 : 3;
        Assert.Equal((line, 16, line, 25), Numbers(span));
    }

    [Fact]
    public void A_tab_and_a_character_of_two_units_count_as_the_compiler_counts_them()
    {
        FileLinePositionSpan span = Single("{ \"name\":\t\"😀\", \"inputs\": 0, \"layers\": [ { \"type\": \"dense\", \"weights\": [[1]] } ] }").Location.GetLineSpan();
        Assert.Equal((0, 26, 0, 27), Numbers(span));
    }

    [Fact]
    public void A_value_of_many_lines_is_marked_by_its_first()
    {
        FileLinePositionSpan span = Single("{ \"inputs\": 2,\n  \"layers\": [ {\n    \"type\": \"dense\"\n  } ] }").Location.GetLineSpan();
        Assert.Equal((1, 14, 1, 15), Numbers(span));
    }

    [Fact]
    public void A_place_in_a_file_has_the_files_path()
    {
        Location location = Single(Text).Location;
        Assert.Equal(LocationKind.ExternalFile, location.Kind);
        Assert.Equal("/models/net.nn.json", location.GetLineSpan().Path);
    }

    private static (int StartLine, int StartColumn, int EndLine, int EndColumn) Numbers(FileLinePositionSpan span) =>
        (span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character);

    private static Diagnostic Single(string text)
    {
        ImmutableArray<Diagnostic> found = new GeneratorHost().File("/models/net.nn.json", text).Run().Analyze();
        return Assert.Single(found);
    }
}
