using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>The message and the position of every kind of error.</summary>
public class JsonErrorTests
{
    private const string Escape = "'\"' or an escape such as '\\n'";
    private const string EscapeLetter = "one of '\"', '\\', '/', 'b', 'f', 'n', 'r', 't' and 'u' after '\\'";

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\ufeff")]
    [InlineData("// nothing")]
    [InlineData("/* nothing */ ")]
    public void Reports_an_empty_text(string text) => AssertError(text, "The file is empty.", 0, 0);

    [Theory]
    [InlineData("[1x]", "',' or ']'", "'x'", 2, 1)]
    [InlineData("[1 2]", "',' or ']'", "'2'", 3, 1)]
    [InlineData("[1}", "',' or ']'", "'}'", 2, 1)]
    [InlineData("[1.5.2]", "',' or ']'", "'.'", 4, 1)]
    [InlineData("[1 / 2]", "',' or ']'", "'/'", 3, 1)]
    [InlineData("[1", "',' or ']'", "the end of the file", 2, 0)]
    [InlineData("[[1] ", "',' or ']'", "the end of the file", 5, 0)]
    [InlineData("[", "a value or ']'", "the end of the file", 1, 0)]
    [InlineData("[,]", "a value or ']'", "','", 1, 1)]
    [InlineData("[1,,]", "a value or ']'", "','", 3, 1)]
    [InlineData("[1,}", "a value or ']'", "'}'", 3, 1)]
    [InlineData("[[1],:", "a value or ']'", "':'", 5, 1)]
    [InlineData("{\"a\" 1}", "':'", "'1'", 5, 1)]
    [InlineData("{\"a\"", "':'", "the end of the file", 4, 0)]
    [InlineData("{\"a\":}", "a value", "'}'", 5, 1)]
    [InlineData("{\"a\": 1 \"b\"}", "',' or '}'", "'\"'", 8, 1)]
    [InlineData("{\"a\": [] ]", "',' or '}'", "']'", 9, 1)]
    [InlineData("{\"a\": 1,,}", "a member name in double quotes or '}'", "','", 8, 1)]
    [InlineData("{abc: 1}", "a member name in double quotes or '}'", "'abc'", 1, 3)]
    [InlineData("{", "a member name in double quotes or '}'", "the end of the file", 1, 0)]
    [InlineData("[] []", "the end of the file", "'['", 3, 1)]
    [InlineData("1 2", "the end of the file", "'2'", 2, 1)]
    [InlineData("}", "a value", "'}'", 0, 1)]
    public void Reports_structure(string text, string expected, string found, int start, int length)
        => AssertUnexpected(text, expected, found, start, length);

    [Theory]
    [InlineData(" True", "a value", "'True'", 1, 4)]
    [InlineData("truefalse", "a value", "'truefalse'", 0, 9)]
    [InlineData("nul", "a value", "'nul'", 0, 3)]
    [InlineData("infinity", "a value", "'infinity'", 0, 8)]
    [InlineData("abcdefghijklmnopqrst", "a value", "'abcdefghijklmnopqrst'", 0, 20)]
    [InlineData("abcdefghijklmnopqrstu", "a value", "'abcdefghijklmnopqrst…'", 0, 21)]
    [InlineData("'a'", "a value", "'''", 0, 1)]
    [InlineData("\u00a0", "a value", "U+00A0", 0, 1)]
    [InlineData("\0", "a value", "U+0000", 0, 1)]
    [InlineData("\u0301", "a value", "U+0301", 0, 1)]
    [InlineData("\u200b", "a value", "U+200B", 0, 1)]
    [InlineData("\ue000", "a value", "U+E000", 0, 1)]
    [InlineData("é", "a value", "'é'", 0, 1)]
    [InlineData("😀", "a value", "'😀'", 0, 2)]
    [InlineData("\U000E0001", "a value", "U+E0001", 0, 2)]
    public void Names_what_was_found(string text, string expected, string found, int start, int length)
        => AssertUnexpected(text, expected, found, start, length);

    // Not as data of a theory: attributes cannot hold half a surrogate pair.
    [Fact]
    public void Names_lone_surrogates_by_their_code()
    {
        AssertUnexpected("\ud83d", "a value", "U+D83D", 0, 1);
        AssertUnexpected("[\ude00\ud83d", "a value or ']'", "U+DE00", 1, 1);
    }

    [Theory]
    [InlineData("-", "a digit", "the end of the file", 1, 0)]
    [InlineData("[-]", "a digit", "']'", 2, 1)]
    [InlineData("-NaN", "a digit", "'NaN'", 1, 3)]
    [InlineData("-Infinit", "a digit", "'Infinit'", 1, 7)]
    [InlineData("--1", "a digit", "'-'", 1, 1)]
    [InlineData("+1", "a value", "'+'", 0, 1)]
    [InlineData(".5", "a value", "'.'", 0, 1)]
    [InlineData("1.", "a digit", "the end of the file", 2, 0)]
    [InlineData("1.e5", "a digit", "'e5'", 2, 2)]
    [InlineData("1e", "a digit", "the end of the file", 2, 0)]
    [InlineData("1E+]", "a digit", "']'", 3, 1)]
    [InlineData("012.5", "a number without leading zeros", "'012'", 0, 3)]
    [InlineData("-00", "a number without leading zeros", "'00'", 1, 2)]
    [InlineData("0x10", "the end of the file", "'x10'", 1, 3)]
    public void Reports_numbers(string text, string expected, string found, int start, int length)
        => AssertUnexpected(text, expected, found, start, length);

    [Theory]
    [InlineData("\"a\nb\"", Escape, "U+000A", 2, 1)]
    [InlineData("\"\0\"", Escape, "U+0000", 1, 1)]
    [InlineData("\"\u001f\"", Escape, "U+001F", 1, 1)]
    [InlineData("{\"\t\": 1}", Escape, "U+0009", 2, 1)]
    [InlineData("\"\\x41\"", EscapeLetter, "'x'", 2, 1)]
    [InlineData("\"\\U0041\"", EscapeLetter, "'U'", 2, 1)]
    [InlineData("\"\\\u0001\"", EscapeLetter, "U+0001", 2, 1)]
    [InlineData("\"\\", EscapeLetter, "the end of the file", 2, 0)]
    [InlineData("\"\\u12G4\"", "four hexadecimal digits after '\\u'", "'G'", 5, 1)]
    [InlineData("\"\\u 041\"", "four hexadecimal digits after '\\u'", "U+0020", 3, 1)]
    [InlineData("\"\\u123\"", "four hexadecimal digits after '\\u'", "'\"'", 6, 1)]
    [InlineData("\"\\u12", "four hexadecimal digits after '\\u'", "the end of the file", 5, 0)]
    [InlineData(" \"abc", "'\"' at the end of this string", "the end of the file", 1, 1)]
    [InlineData("\"abc\\\"", "'\"' at the end of this string", "the end of the file", 0, 1)]
    [InlineData("[1 /* ]", "'*/' at the end of this comment", "the end of the file", 3, 2)]
    [InlineData("/*/", "'*/' at the end of this comment", "the end of the file", 0, 2)]
    [InlineData("{\"a\"/*", "'*/' at the end of this comment", "the end of the file", 4, 2)]
    [InlineData("[1,/*", "'*/' at the end of this comment", "the end of the file", 3, 2)]
    [InlineData("[1] /*", "'*/' at the end of this comment", "the end of the file", 4, 2)]
    public void Reports_strings_and_comments(string text, string expected, string found, int start, int length)
        => AssertUnexpected(text, expected, found, start, length);

    [Fact]
    public void Reports_only_the_first_error() => AssertUnexpected("[1 x, 01, \"\n\"", "',' or ']'", "'x'", 3, 1);

    private static void AssertUnexpected(string text, string expected, string found, int start, int length)
        => AssertError(text, $"Expected {expected} but found {found}.", start, length);

    private static void AssertError(string text, string message, int start, int length)
    {
        Assert.Null(JsonDocument.TryParse(text, out JsonError? error));
        Assert.Equal(new JsonError(message, start, length), error);
    }
}
