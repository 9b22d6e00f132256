using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>Access to values, also to those of the wrong kind.</summary>
public class JsonValueTests
{
    [Theory]
    [InlineData("12", true)]
    [InlineData("-0", true)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("1.0", false)]
    [InlineData("1e2", false)]
    [InlineData("1E2", false)]
    [InlineData("-Infinity", false)]
    [InlineData("\"1\"", false)]
    [InlineData("[]", false)]
    public void Tells_integers(string text, bool expected) => Assert.Equal(expected, Parse(text).IsInteger);

    [Theory]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u00e9\\u00E9\\u0000\"", "éé\0")]
    [InlineData("\"a\\nb\\\\nc\"", "a\nb\\nc")]
    [InlineData("\"\"", "")]
    [InlineData("\"\u007f\u2028\"", "\u007f\u2028")]
    public void Decodes_strings(string text, string expected) => Assert.Equal(expected, Parse(text).GetString());

    [Theory]
    [InlineData("a", "1")]
    [InlineData("", "2")]
    [InlineData("b\nb", "3")]
    [InlineData("b\\nb", "4")]
    [InlineData("é", "5")]
    [InlineData("\\u00e9", null)]
    [InlineData("A", null)]
    [InlineData("ab", null)]
    [InlineData("b", null)]
    public void Finds_members_by_their_decoded_name(string name, string? expected)
    {
        JsonValue root = Parse("""{"a": 1, "": 2, "b\nb": 3, "b\\nb": 4, "\u00e9": 5, "c": {"b": 6}}""");
        Assert.Equal(expected is not null, root.TryGetMember(name, out JsonValue value));
        if (expected is not null)
        {
            Assert.Equal(expected, value.Raw);
        }
    }

    [Fact]
    public void Has_no_content_where_the_kind_has_none()
    {
        foreach (string text in (string[])["1", "\"a\"", "true", "null", "[]", "{}"])
        {
            JsonValue value = Parse(text);
            Assert.Equal(0, value.Count);
            Assert.False(value.Elements.GetEnumerator().MoveNext());
            Assert.False(value.Members.GetEnumerator().MoveNext());
            Assert.False(value.TryGetMember("a", out _));
            Assert.Throws<ArgumentOutOfRangeException>(() => value[0]);
        }

        Assert.False(Parse("[1]").Members.GetEnumerator().MoveNext());
        Assert.False(Parse("{\"a\": 1}").Elements.GetEnumerator().MoveNext());
        Assert.Throws<ArgumentOutOfRangeException>(() => Parse("{\"a\": 1}")[0]);
    }

    [Theory]
    [InlineData("[1, 2, 3]", 2, "3")]
    [InlineData("[[1, 2], 3, 4]", 1, "3")]
    [InlineData("[1, [[2], 3], {\"a\": [4]}, 5]", 3, "5")]
    [InlineData("[1, [[2], 3], {\"a\": [4]}, 5]", 2, "{\"a\": [4]}")]
    public void Gives_elements_by_position(string text, int position, string expected)
        => Assert.Equal(expected, Parse(text)[position].Raw);

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Refuses_positions_outside(int position)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Parse("[1, 2]")[position]);

    [Theory]
    [InlineData("1")]
    [InlineData("[\"a\"]")]
    [InlineData("null")]
    public void Refuses_to_give_a_string_of_another_kind(string text)
        => Assert.Throws<InvalidOperationException>(() => Parse(text).GetString());

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("[1]")]
    [InlineData("null")]
    public void Refuses_to_give_a_number_of_another_kind(string text)
        => Assert.Throws<InvalidOperationException>(() => Parse(text).GetDouble());

    private static JsonValue Parse(string text)
    {
        JsonDocument? document = JsonDocument.TryParse(text, out JsonError? error);
        Assert.Null(error);
        return document!.Root;
    }
}
