using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>The keywords of schemas that decide something.</summary>
internal static class Keywords
{
    private static readonly string[] OfSchema = ["additionalProperties", "items", "not", "if", "then", "else"];

    private static readonly string[] OfSchemaArray = ["allOf", "oneOf"];

    private static readonly string[] OfSchemaObject = ["properties", "patternProperties"];

    public static IReadOnlyDictionary<string, Func<KeywordCall, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<KeywordCall, IEnumerable<string>>>
    {
        ["type"] = call => call.Require(IsOfType(call), $"is no {call.Text}"),
        ["enum"] = call => call.Require(call.Arguments.Any(choice => AreEqual(choice, call.Value)), "is none of the values"),
        ["const"] = call => call.Require(AreEqual(call.Argument, call.Value), $"is not {call.Argument}"),
        ["minimum"] = call => call.Require(!(call.NumberValue < call.Number), $"is below {call.Number}"),
        ["maximum"] = call => call.Require(!(call.NumberValue > call.Number), $"is above {call.Number}"),
        ["exclusiveMinimum"] = call => call.Require(!(call.NumberValue <= call.Number), $"is not above {call.Number}"),
        ["exclusiveMaximum"] = call => call.Require(!(call.NumberValue >= call.Number), $"is not below {call.Number}"),
        ["minLength"] = call => call.Require(!(call.StringValue?.Length < call.Number), "is too short"),
        ["minItems"] = call => call.Require(!((call.Value as JsonArray)?.Count < call.Number), "has too few elements"),
        ["maxItems"] = call => call.Require(!((call.Value as JsonArray)?.Count > call.Number), "has too many elements"),
        ["uniqueItems"] = call => call.Require(AreDifferent(call.Value as JsonArray), "has equal elements"),
        ["items"] = call => (call.Value as JsonArray)?.SelectMany((element, index) => call.Part(call.Argument, element, $"[{index}]")) ?? [],
        ["required"] = call => call.Arguments.SelectMany(key => call.Require(Has(call, key!) is not false, $"has no {key}")),
        ["properties"] = call => Members(call)
            .Where(member => call.Argument.AsObject().ContainsKey(member.Key))
            .SelectMany(member => call.Part(call.Argument[member.Key], member.Value, $".{member.Key}")),
        ["patternProperties"] = call => Members(call).SelectMany(member => call.Argument.AsObject()
            .Where(pattern => Regex.IsMatch(member.Key, pattern.Key))
            .SelectMany(pattern => call.Part(pattern.Value, member.Value, $".{member.Key}"))),
        ["additionalProperties"] = call => Members(call)
            .Where(member => !IsListed(call.Siblings, member.Key))
            .SelectMany(member => call.Part(call.Argument, member.Value, $".{member.Key}")),
        ["dependencies"] = call => call.Argument.AsObject()
            .Where(dependency => Has(call, dependency.Key) is true)
            .SelectMany(dependency => dependency.Value!.AsArray().SelectMany(key => call.Require(Has(call, key!) is true, $"has {dependency.Key} but no {key}"))),
        ["allOf"] = call => call.Arguments.SelectMany(call.By),
        ["oneOf"] = call => call.Require(call.Arguments.Count(call.Fits) == 1, "fits none or several of the forms"),
        ["not"] = call => call.Require(!call.Fits(call.Argument), "may not be so"),
        ["if"] = call => call.Siblings[call.Fits(call.Argument) ? "then" : "else"] is { } consequence ? call.By(consequence) : [],
        ["then"] = call => call.Siblings.ContainsKey("if") ? [] : throw new NotSupportedException("then without if"),
        ["else"] = call => call.Siblings.ContainsKey("if") ? [] : throw new NotSupportedException("else without if"),
    };

    /// <summary>The schemas behind a keyword, and the way to each.</summary>
    public static IEnumerable<(string Step, JsonNode? Schema)> Subschemas(string keyword, JsonNode? argument) =>
        OfSchema.Contains(keyword) ? [("", argument)]
        : OfSchemaArray.Contains(keyword) ? argument!.AsArray().Select((schema, index) => ($"/{index}", schema))
        : OfSchemaObject.Contains(keyword) ? argument!.AsObject().Select(member => ("/" + member.Key, member.Value))
        : [];

    private static bool IsOfType(KeywordCall call) => call.Text switch
    {
        "object" => call.Value is JsonObject,
        "array" => call.Value is JsonArray,
        "string" => call.StringValue is not null,
        "boolean" => call.Value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => call.NumberValue is not null,
        "integer" => call.NumberValue is { } number && number == Math.Floor(number) && double.IsFinite(number),
        _ => throw new NotSupportedException($"the type {call.Text}"),
    };

    /// <summary>Whether the value has a key; null when it is no object.</summary>
    private static bool? Has(KeywordCall call, JsonNode key) => Has(call, key.GetValue<string>());

    private static bool? Has(KeywordCall call, string key) => (call.Value as JsonObject)?.ContainsKey(key);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(KeywordCall call) => call.Value as JsonObject ?? [];

    private static bool IsListed(JsonObject siblings, string key) =>
        siblings["properties"]?.AsObject().ContainsKey(key) == true
        || siblings["patternProperties"]?.AsObject().Any(pattern => Regex.IsMatch(key, pattern.Key)) == true;

    /// <summary>Numbers are equal by value, however they are written.</summary>
    private static bool AreEqual(JsonNode? a, JsonNode? b) =>
        IsNumber(a) && IsNumber(b) ? a!.GetValue<double>() == b!.GetValue<double>() : JsonNode.DeepEquals(a, b);

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    private static bool AreDifferent(JsonArray? elements) =>
        elements is null || !elements.Where((element, index) => elements.Take(index).Any(other => AreEqual(other, element))).Any();
}
