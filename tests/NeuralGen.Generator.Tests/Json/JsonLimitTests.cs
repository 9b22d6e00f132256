using System.Text;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>Deep and long texts, and cancellation.</summary>
public class JsonLimitTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Takes_64_levels(string open, string close)
    {
        string text = Repeat(open, 64) + (open == "[" ? "" : "1") + Repeat(close, 64);
        JsonDocument? document = JsonDocument.TryParse(text, out _);
        Assert.NotNull(document);

        JsonValue value = document.Root;
        for (int depth = 1; depth < 64; depth++)
        {
            value = open == "[" ? value[0] : First(value);
        }

        Assert.Equal(open == "[" ? "[]" : "{\"a\":1}", value.Raw);
    }

    [Theory]
    [InlineData("[", 65)]
    [InlineData("[", Many)]
    [InlineData("{\"a\":", 65)]
    [InlineData("{\"a\":", Many)]
    [InlineData("[{\"a\":", Many)]
    public void Refuses_deeper_nesting(string open, int count)
    {
        string text = Repeat(open, count);
        Assert.Null(JsonDocument.TryParse(text, out JsonError? error));

        int start = open.Length == 6 ? 32 * 6 : 64 * open.Length;
        Assert.Equal(
            new JsonError($"Expected at most 64 levels of nesting but found '{open[0]}' opening another.", start, 1),
            error);
    }

    [Fact]
    public void Depth_counts_only_what_is_open()
    {
        string text = "[" + Repeat("[{\"a\":[]}],", 1000) + "]";
        Assert.Equal(1000, JsonDocument.TryParse(text, out _)!.Root.Count);
    }

    [Fact]
    public void Reads_many_elements()
    {
        StringBuilder text = new("{\"a\": [");
        for (int i = 0; i < Many; i++)
        {
            text.Append(i).Append(',');
        }

        JsonDocument? document = JsonDocument.TryParse(text.Append("], \"b\": true}").ToString(), out _);
        Assert.NotNull(document);
        Assert.True(document.Root.TryGetMember("a", out JsonValue array));
        Assert.True(document.Root.TryGetMember("b", out JsonValue last));
        Assert.Equal(JsonKind.True, last.Kind);
        Assert.Equal(Many, array.Count);

        int expected = 0;
        foreach (JsonValue element in array.Elements)
        {
            Assert.Equal(expected++, element.GetDouble());
        }

        Assert.Equal(Many, expected);
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        Assert.Throws<OperationCanceledException>(
            () => JsonDocument.TryParse("[1]", out _, new CancellationToken(canceled: true)));
        Assert.NotNull(JsonDocument.TryParse("[1]", out _, new CancellationToken(canceled: false)));
    }

    [Theory]
    [InlineData("1,")]
    [InlineData("{\"a\": 1},")]
    public void Looks_for_cancellation_again_and_again(string element)
    {
        // One token is there already, so this is not the check before the first.
        static bool ParseAfterFirstCheck(string text)
        {
            JsonTape tape = new(capacity: 0);
            tape.Add(0, 0);
            return new JsonParser(new JsonCursor(text), tape, new CancellationToken(canceled: true)).Parse();
        }

        Assert.True(ParseAfterFirstCheck($"[{Repeat(element, 100)}]"));
        Assert.Throws<OperationCanceledException>(() => ParseAfterFirstCheck($"[{Repeat(element, 5000)}]"));
    }

    private static JsonValue First(JsonValue value)
    {
        Assert.True(value.TryGetMember("a", out JsonValue member));
        return member;
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
