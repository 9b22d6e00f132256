using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>Where values and names are said to be.</summary>
public class JsonPositionTests
{
    private const string Text =
        """
        // A network. {"not": "this"}
        {
          "name" /* not ":" */ : "sm\u0061ll", // first
          "layers": [ // [
            { "units": 12, },
            [],
            {},
            -0.5e+3 /* , */ ,
            true, false, null, NaN
          ]
        } // end
        """;

    [Fact]
    public void Root_spans_from_brace_to_brace()
    {
        JsonValue root = Root();
        Assert.Equal(Text.IndexOf("{\n", StringComparison.Ordinal), root.Start);
        Assert.Equal(Text.LastIndexOf('}') + 1, root.Start + root.Length);
        Assert.Equal(2, root.Count);
    }

    [Fact]
    public void Names_span_their_quotes()
    {
        List<string> names = [];
        foreach (JsonMember member in Root().Members)
        {
            Assert.Equal(Text.IndexOf($"\"{member.Name}\"", StringComparison.Ordinal), member.NameStart);
            names.Add(Text.Substring(member.NameStart, member.NameLength));
        }

        Assert.Equal(["\"name\"", "\"layers\""], names);
    }

    [Fact]
    public void Strings_span_their_quotes_and_escapes()
    {
        Assert.True(Root().TryGetMember("name", out JsonValue name));
        Assert.Equal(Text.IndexOf("\"sm", StringComparison.Ordinal), name.Start);
        Assert.Equal("\"sm\\u0061ll\"".Length, name.Length);
        Assert.Equal("small", name.GetString());
    }

    [Theory]
    [InlineData(0, "{ \"units\": 12, }", JsonKind.Object, 1)]
    [InlineData(1, "[]", JsonKind.Array, 0)]
    [InlineData(2, "{}", JsonKind.Object, 0)]
    [InlineData(3, "-0.5e+3", JsonKind.Number, 0)]
    [InlineData(4, "true", JsonKind.True, 0)]
    [InlineData(5, "false", JsonKind.False, 0)]
    [InlineData(6, "null", JsonKind.Null, 0)]
    [InlineData(7, "NaN", JsonKind.Number, 0)]
    public void Elements_span_what_is_written(int index, string raw, object kind, int count)
    {
        Assert.True(Root().TryGetMember("layers", out JsonValue layers));
        Assert.Equal(8, layers.Count);
        JsonValue element = layers[index];
        Assert.Equal(Text.IndexOf(raw, StringComparison.Ordinal), element.Start);
        Assert.Equal(raw.Length, element.Length);
        Assert.Equal(raw, element.Raw);
        Assert.Equal(kind, element.Kind);
        Assert.Equal(count, element.Count);
    }

    private static JsonValue Root()
    {
        JsonDocument? document = JsonDocument.TryParse(Text, out JsonError? error);
        Assert.Null(error);
        Assert.Same(Text, document!.Text);
        return document.Root;
    }
}
