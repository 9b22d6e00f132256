using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>What the reader accepts beyond RFC 8259 and System.Text.Json, and what it keeps for later stages.</summary>
public class JsonExtensionTests
{
    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    public void Reads_the_numbers_that_Python_writes(string literal, double expected)
    {
        JsonValue value = Parse($"[1, {literal} ]")[1];
        Assert.Equal(JsonKind.Number, value.Kind);
        Assert.Equal(literal, value.Raw);
        Assert.Equal(expected, value.GetDouble());
        Assert.False(value.IsInteger);
    }

    [Theory]
    [InlineData("// a\n1")]
    [InlineData("// a\r1")]
    [InlineData("//\u2028\n1")]
    [InlineData("/* a\n* / */1")]
    [InlineData("/**/1/***/")]
    [InlineData("1//")]
    [InlineData(" \t\r\n1 \t\r\n")]
    public void Passes_comments_and_white_space(string text) => Assert.Equal("1", Parse(text).Raw);

    [Fact]
    public void Passes_comments_between_all_tokens()
    {
        JsonValue root = Parse("{/*1*/\"a\"/*2*/:/*3*/[/*4*/1/*5*/,/*6*/]/*7*/,//8\n}//9");
        Assert.True(root.TryGetMember("a", out JsonValue array));
        Assert.Equal("[/*4*/1/*5*/,/*6*/]", array.Raw);
        Assert.Equal("1", array[0].Raw);
    }

    [Theory]
    [InlineData("[1,]", 1)]
    [InlineData("[[],]", 1)]
    [InlineData("[1, 2 , ]", 2)]
    [InlineData("{\"a\": 1,}", 1)]
    [InlineData("{\"a\": {}, /* */ }", 1)]
    public void Takes_one_trailing_comma(string text, int count) => Assert.Equal(count, Parse(text).Count);

    [Fact]
    public void Passes_a_byte_order_mark_and_counts_it_in_offsets()
    {
        JsonValue root = Parse("\ufeff[1]");
        Assert.Equal(1, root.Start);
        Assert.Equal(2, root[0].Start);

        Assert.Null(JsonDocument.TryParse("\ufeff\ufeff[1]", out JsonError? error));
        Assert.Equal(new JsonError("Expected a value but found U+FEFF.", 1, 1), error);
    }

    // Not as data of a theory: attributes cannot hold half a surrogate pair.
    [Fact]
    public void Keeps_lone_surrogates()
    {
        AssertDecodes("\\ud800", "\ud800");
        AssertDecodes("\\uDFFFx", "\udfffx");
        AssertDecodes("\\ude00\\ud83d", "\ude00\ud83d");
        AssertDecodes("\\ud83d\\ude00", "😀");
        AssertDecodes("\ud83d\\ude00", "😀");
        AssertDecodes("\ud83d", "\ud83d");

        static void AssertDecodes(string written, string expected)
            => Assert.Equal(expected.ToCharArray(), Parse($"\"{written}\"").GetString().ToCharArray());
    }

    [Fact]
    public void Keeps_repeated_names_and_finds_the_first()
    {
        JsonValue root = Parse("{\"a\": 1, \"b\": 2, \"\\u0061\": 3}");
        List<string> names = [];
        foreach (JsonMember member in root.Members)
        {
            names.Add(member.Name + member.Value.Raw);
        }

        Assert.Equal(["a1", "b2", "a3"], names);
        Assert.True(root.TryGetMember("a", out JsonValue first));
        Assert.Equal("1", first.Raw);
    }

    private static JsonValue Parse(string text)
    {
        JsonDocument? document = JsonDocument.TryParse(text, out JsonError? error);
        Assert.Null(error);
        return document!.Root;
    }
}
