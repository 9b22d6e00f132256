using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>The schema of <c>.nn.json</c> files that ships with the package.</summary>
internal static class NetworkSchema
{
    private static readonly string Source = File.ReadAllText(
        Path.Combine(SourceFolder.Root, "src", "NeuralGen", "schema", "neural-network.schema.json"));

    private static readonly JsonDocumentOptions Tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What it accepts.</summary>
    public static JsonSchema Schema { get; } = new(Source);

    /// <summary>Its text, as a tree.</summary>
    public static JsonObject Root { get; } = JsonNode.Parse(Source)!.AsObject();

    /// <summary>A part of it by its way from the root, references resolved.</summary>
    public static JsonObject At(params string[] way)
    {
        JsonNode? node = Root;
        foreach (string step in way)
        {
            node = node!.GetValueKind() == JsonValueKind.Array ? node[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step];
            node = node is JsonObject { } part && part["$ref"] is { } reference ? Schema.Resolve(reference.GetValue<string>()) : node;
        }

        return node!.AsObject();
    }

    /// <summary>The keys of an object that a part describes.</summary>
    public static IEnumerable<string> Keys(JsonObject part) => part["properties"]!.AsObject().Select(member => member.Key);

    /// <summary>The values that a part lists.</summary>
    public static IEnumerable<string> Values(JsonNode part) => part["enum"]!.AsArray().Select(value => value!.GetValue<string>());

    /// <summary>What is wrong with a file.</summary>
    public static IReadOnlyList<string> Validate(string file) => Schema.Validate(JsonNode.Parse(file, documentOptions: Tolerant));
}
