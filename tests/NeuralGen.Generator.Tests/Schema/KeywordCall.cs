using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>A keyword that is applied to a value.</summary>
/// <param name="Schema">The whole schema.</param>
/// <param name="Siblings">The keyword and those beside it.</param>
/// <param name="Argument">What stands behind the keyword.</param>
/// <param name="Value">The value.</param>
/// <param name="Path">Where the value is.</param>
internal sealed record KeywordCall(JsonSchema Schema, JsonObject Siblings, JsonNode Argument, JsonNode? Value, string Path)
{
    public IEnumerable<JsonNode?> Arguments => Argument.AsArray();

    public double Number => Argument.GetValue<double>();

    public string Text => Argument.GetValue<string>();

    /// <summary>The value as a number; null for all else.</summary>
    public double? NumberValue => Value is JsonValue && Value.GetValueKind() == JsonValueKind.Number ? Value.GetValue<double>() : null;

    /// <summary>The value as a string; null for all else.</summary>
    public string? StringValue => Value is JsonValue && Value.GetValueKind() == JsonValueKind.String ? Value.GetValue<string>() : null;

    /// <summary>Whether a schema accepts the value.</summary>
    public bool Fits(JsonNode? schema) => !Schema.Validate(schema, Value, Path).Any();

    /// <summary>What is wrong with the value by a schema.</summary>
    public IEnumerable<string> By(JsonNode? schema) => Schema.Validate(schema, Value, Path);

    /// <summary>What is wrong with a part of the value.</summary>
    public IEnumerable<string> Part(JsonNode? schema, JsonNode? part, string step) => Schema.Validate(schema, part, $"{Path}{step}");

    /// <summary>One mistake, unless a condition holds.</summary>
    public IEnumerable<string> Require(bool condition, string message) => condition ? [] : [$"{Path} {message}"];
}
