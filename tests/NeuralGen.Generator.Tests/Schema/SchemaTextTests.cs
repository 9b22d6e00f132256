using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>What editors show of the schema.</summary>
public class SchemaTextTests
{
    [Fact]
    public void Every_key_has_a_description() => Assert.All(
        Parts(NetworkSchema.Root).Select(part => part["properties"]).OfType<JsonObject>().SelectMany(properties => properties),
        property => Assert.True(
            property.Value is not JsonObject part
            || IsCondition(property.Value)
            || (part["description"] ?? NetworkSchema.Schema.Resolve(part["$ref"]?.GetValue<string>() ?? "#/definitions/")!["description"]) is not null,
            $"{property.Value.GetPath()} has no description."));

    [Fact]
    public void Every_value_that_is_listed_has_a_description() => Assert.All(
        Parts(NetworkSchema.Root).Where(part => part["enum"] is not null && !IsCondition(part)),
        part => Assert.Equal(part["enum"]!.AsArray().Count, (part["enumDescriptions"] as JsonArray)?.Count));

    [Fact]
    public void Every_example_and_default_is_accepted() => Assert.All(
        Parts(NetworkSchema.Root),
        part =>
        {
            IEnumerable<JsonNode?> values = [.. part["examples"]?.AsArray() ?? [], .. part["default"] is { } value ? [value] : Array.Empty<JsonNode>()];
            Assert.All(values, example => Assert.Empty(NetworkSchema.Schema.Validate(part, example, part.GetPath())));
        });

    [Fact]
    public void All_objects_are_closed() => Assert.All(
        Parts(NetworkSchema.Root).Where(part => part["properties"] is not null && !IsCondition(part)),
        part => Assert.True(part["additionalProperties"] is not null || part["allOf"] is not null, $"{part.GetPath()} is open."));

    /// <summary>Whether a part only decides which other part applies, or takes keys away.</summary>
    private static bool IsCondition(JsonNode part) =>
        part.GetPath().Contains(".if.", StringComparison.Ordinal) || part.GetPath().EndsWith(".if", StringComparison.Ordinal)
        || part.GetPath().Contains(".then.", StringComparison.Ordinal) || part.GetPath().EndsWith(".then", StringComparison.Ordinal) || part.GetPath().EndsWith(".else", StringComparison.Ordinal);

    /// <summary>All objects of the schema that are schemas themselves.</summary>
    private static IEnumerable<JsonObject> Parts(JsonObject part)
    {
        IEnumerable<(string Step, JsonNode? Schema)> inner = part
            .SelectMany(keyword => Keywords.Subschemas(keyword.Key, keyword.Value))
            .Concat((part["definitions"] as JsonObject ?? []).Select(definition => (definition.Key, definition.Value)));
        return inner.Select(item => item.Schema).OfType<JsonObject>().SelectMany(Parts).Prepend(part);
    }
}
