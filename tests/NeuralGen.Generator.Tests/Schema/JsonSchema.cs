using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>
/// A schema of draft 7, as far as ours goes: it accepts no keyword that it does not understand, so that nothing in the schema
/// goes untested.
/// </summary>
internal sealed class JsonSchema
{
    private const string Definitions = "#/definitions/";

    /// <summary>Keywords that editors show and that decide nothing; some are extensions of editors.</summary>
    private static readonly HashSet<string> Annotations =
    [
        "$schema", "title", "description", "default", "examples", "enumDescriptions", "definitions", "allowComments", "allowTrailingCommas",
    ];

    private readonly JsonNode _root;

    public JsonSchema(string text)
    {
        _root = JsonNode.Parse(text)!;
        Check(_root, "#");
        foreach ((string name, JsonNode? definition) in (_root as JsonObject)?["definitions"] as JsonObject ?? [])
        {
            Check(definition, Definitions + name);
        }
    }

    /// <summary>What is wrong with a document; nothing when the schema accepts it.</summary>
    public IReadOnlyList<string> Validate(JsonNode? document) => [.. Validate(_root, document, "$")];

    /// <summary>The schema behind a reference.</summary>
    public JsonNode? Resolve(string reference) => reference.StartsWith(Definitions, StringComparison.Ordinal) && _root["definitions"] is JsonObject definitions
        && definitions.TryGetPropertyValue(reference[Definitions.Length..], out JsonNode? definition)
        ? definition
        : throw new NotSupportedException($"Nothing is at {reference}.");

    /// <summary>What is wrong with a value by a part of this schema.</summary>
    internal IEnumerable<string> Validate(JsonNode? schema, JsonNode? value, string path)
    {
        if (schema is not JsonObject keywords)
        {
            return schema!.GetValue<bool>() ? [] : [$"{path} may not be there"];
        }

        return keywords.TryGetPropertyValue("$ref", out JsonNode? reference)
            ? Validate(Resolve(reference!.GetValue<string>()), value, path)
            : keywords
                .Where(keyword => !Annotations.Contains(keyword.Key))
                .SelectMany(keyword => Keywords.All[keyword.Key](new KeywordCall(this, keywords, keyword.Value!, value, path)));
    }

    /// <summary>Every part of the schema is one that this class understands, whether a document comes there or not.</summary>
    private void Check(JsonNode? schema, string path)
    {
        if (schema is not JsonObject keywords)
        {
            _ = schema!.GetValue<bool>();
            return;
        }

        // Beside a reference, draft 7 ignores all else, but editors show descriptions.
        bool isReference = keywords.ContainsKey("$ref");
        foreach ((string keyword, JsonNode? argument) in keywords)
        {
            bool isKnown = Annotations.Contains(keyword) || (isReference ? keyword == "$ref" : Keywords.All.ContainsKey(keyword));
            if (!isKnown)
            {
                throw new NotSupportedException($"{path} has the keyword {keyword}.");
            }

            foreach ((string step, JsonNode? inner) in Keywords.Subschemas(keyword, argument))
            {
                Check(inner, $"{path}/{keyword}{step}");
            }
        }

        if (isReference)
        {
            Resolve(keywords["$ref"]!.GetValue<string>());
        }
    }
}
