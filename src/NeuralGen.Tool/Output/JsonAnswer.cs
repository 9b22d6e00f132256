using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralGen.Tool.Output;

/// <summary>The answer of a command as one JSON document.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it to standard output.</summary>
    public static void Write(JsonNode document) => Console.Out.WriteLine(document.ToJsonString(Options).ReplaceLineEndings("\n"));

    /// <summary>A number; NaN and infinities, which JSON does not have, are null.</summary>
    public static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    /// <summary>A list of texts or whole numbers.</summary>
    public static JsonArray List<T>(IEnumerable<T> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
}
