using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>The checker of schemas itself.</summary>
public class JsonSchemaTests
{
    [Theory]
    [InlineData("""{ "type": "integer" }""", "[1, 1.0, 1e2, -0]", """[1.5, 1e400, "1", true, null, [], {}]""")]
    [InlineData("""{ "type": "number" }""", "[1, 1.5]", """["1", true, null, [], {}]""")]
    [InlineData("""{ "type": "string", "minLength": 1 }""", """["a", "null"]""", """["", 1, true, null, [], {}]""")]
    [InlineData("""{ "type": "boolean" }""", "[true, false]", """["true", 1, null, [], {}]""")]
    [InlineData("""{ "type": "object" }""", "[{}]", """["", 1, true, null, []]""")]
    [InlineData("""{ "minimum": 1, "maximum": 2 }""", """[1, 1.5, 2, "0", null]""", "[0.5, 2.5]")]
    [InlineData("""{ "exclusiveMinimum": 1, "exclusiveMaximum": 2 }""", """[1.5, "0"]""", "[1, 2, 0, 3]")]
    [InlineData("""{ "enum": ["a", 1] }""", """["a", 1, 1.0]""", """["b", 2, null, "1"]""")]
    [InlineData("""{ "const": "a" }""", """["a"]""", """["b", null]""")]
    [InlineData("""{ "type": "array", "items": { "type": "number" }, "minItems": 1, "maxItems": 2, "uniqueItems": true }""", "[[1], [1, 2]]", """[[], [1, 2, 3], ["1"], [1, null], [1, 1.0], {}]""")]
    [InlineData("""{ "properties": { "a": { "type": "number" }, "b": false }, "required": ["a"], "additionalProperties": false }""", """[{ "a": 1 }, "text"]""", """[{}, { "a": "" }, { "a": 1, "b": 1 }, { "a": 1, "c": 1 }]""")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "number" } }, "additionalProperties": { "type": "string" } }""", """[{ "ab": 1, "b": "" }]""", """[{ "ab": "" }, { "b": 1 }]""")]
    [InlineData("""{ "dependencies": { "a": ["b", "c"] } }""", """[{}, { "b": 1 }, { "a": 1, "b": 1, "c": 1 }]""", """[{ "a": 1 }, { "a": 1, "b": 1 }]""")]
    [InlineData("""{ "oneOf": [{ "type": "number" }, { "minimum": 1 }] }""", """[0, "a"]""", "[1]")]
    [InlineData("""{ "allOf": [{ "minimum": 1 }, { "not": { "const": 2 } }] }""", """[1, 3, "a"]""", "[0, 2]")]
    [InlineData("""{ "if": { "type": "number" }, "then": { "minimum": 1 }, "else": { "type": "string" } }""", """[1, "a"]""", "[0, null]")]
    [InlineData("""{ "items": { "$ref": "#/definitions/n", "description": "shown" }, "definitions": { "n": { "type": "number" } } }""", "[[1], [], 7]", """[["a"]]""")]
    public void A_schema_accepts_and_rejects(string schema, string accepted, string rejected)
    {
        Assert.All(JsonNode.Parse(accepted)!.AsArray(), value => Assert.Empty(new JsonSchema(schema).Validate(value)));
        Assert.All(JsonNode.Parse(rejected)!.AsArray(), value => Assert.NotEmpty(new JsonSchema(schema).Validate(value)));
    }

    [Theory]
    [InlineData("""{ "format": "date" }""")]
    [InlineData("""{ "properties": { "a": { "contains": true } } }""")]
    [InlineData("""{ "definitions": { "a": { "items": { "multipleOf": 2 } } } }""")]
    [InlineData("""{ "oneOf": [{ "then": true, "anyOf": [] }] }""")]
    [InlineData("""{ "items": { "$ref": "#/definitions/n", "minimum": 1 }, "definitions": { "n": true } }""")]
    [InlineData("""{ "items": { "$ref": "#/definitions/m" }, "definitions": { "n": true } }""")]
    [InlineData("""{ "items": { "$ref": "other.json" } }""")]
    public void What_is_not_understood_is_not_passed_over(string schema) => Assert.Throws<NotSupportedException>(() => new JsonSchema(schema));
}
