using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralGen.Generator.Tests.Schema;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The pages that list what files may say: they are what the schema says, which other tests hold against the compiler's catalogues.</summary>
internal static class ReferencePage
{
    /// <summary>Parts of the schema that are said more shortly in words.</summary>
    private static readonly Dictionary<string, string> ShortWords = new(StringComparer.Ordinal)
    {
        ["activation"] = "[activation](layers.md#activations)",
        ["nestedNumbers"] = "nested lists of numbers",
        ["numbers"] = "list of numbers",
        ["tensor"] = "nested lists of numbers",
        ["values"] = "nested lists of numbers",
        ["rows"] = "list of (list of numbers)",
        ["tensorName"] = "`{ \"tensor\": name }`",
        ["elements"] = "nested lists of values",
        ["elementList"] = "nested lists of values",
        ["body"] = "[network](nn-json.md)",
        ["layer"] = "layer",
    };

    private const string Words = "x-words";

    private static readonly HashSet<string> Everywhere = ["type", "name", "tensor", "input", "inputs", "outputs"];

    /// <summary>The page about files.</summary>
    public static string OfFiles()
    {
        StringBuilder page = new("""
            # The `.nn.json` file

            A network as a JSON file, with comments and trailing commas allowed. Every key is listed here; [declaring](declaring.md) shows them at work, and
            [layers and activations](layers.md) has the arguments of each layer. Editors complete and check all of it by the
            [schema](../schema/neural-network.schema.json) that lies in the package (`"$schema"`). This page is written from it.


            """);
        Section(page, "The network", NetworkSchema.Root, []);
        Section(page, "An input", NetworkSchema.At("definitions", "port"), []);
        Section(page, "An output", NetworkSchema.At("definitions", "outputPort"), []);
        Section(page, "A test", NetworkSchema.At("definitions", "test"), []);
        page.Append("""
            ## What every layer may say

            | key | value | meaning |
            |---|---|---|
            | `type` | text | which layer it is; needed |
            | `name` | text | what others call it, and the generated code |
            | `inputs` | list of texts | what it reads: layers, parts of layers, inputs; the layer before it when left out |
            | `tensor` | text | what its tensors are called in a file of weights, before the dot; its name when left out |

            """);
        return page.ToString();
    }

    /// <summary>The page about layers and activations.</summary>
    public static string OfLayers()
    {
        StringBuilder page = new("""
            # Layers and activations

            Every layer with its arguments, every activation with its formula. Names and defaults are PyTorch's unless it says otherwise. Arguments of every
            layer (`type`, `name`, `inputs`, `tensor`) are on [the page about files](nn-json.md#what-every-layer-may-say); in C# each layer that has an
            attribute takes the same arguments by names in PascalCase. This page is written from the [schema](../schema/neural-network.schema.json).


            """);
        JsonObject types = NetworkSchema.At("definitions", "layer", "properties", "type");
        page.Append("## Layers\n\n");
        foreach ((string type, string description) in Described(types))
        {
            page.Append($"### `{type}`\n\n{Cell(description)}{(Attribute(type) is { } attribute ? $"; in C# `[{attribute}]`" : "")}.\n\n");
            Table(page, Layer(type), Everywhere);
        }

        page.Append("## Activations\n\n| name | of x |\n|---|---|\n");
        foreach ((string name, string description) in Described(NetworkSchema.At("definitions", "activationName")))
        {
            page.Append($"| `{name}` | {Cell(description)} |\n");
        }

        return page.ToString();
    }

    private static IEnumerable<(string Name, string Description)> Described(JsonObject part) =>
        NetworkSchema.Values(part).Zip(part["enumDescriptions"]!.AsArray().Select(text => text!.GetValue<string>()));

    private static JsonObject Layer(string type)
    {
        JsonArray cases = NetworkSchema.At("definitions", "layer")["allOf"]!.AsArray();
        JsonNode? found = cases.FirstOrDefault(rule => rule!["if"]?["properties"]?["type"] is { } condition
            && ((condition["const"]?.GetValue<string>() == type) || condition["enum"]?.AsArray().Any(value => value!.GetValue<string>() == type) == true));
        return NetworkSchema.Schema.Resolve(found!["then"]!["$ref"]!.GetValue<string>())!.AsObject();
    }

    private static string? Attribute(string type)
    {
        string name = string.Concat(type.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return typeof(NeuralNetworkAttribute).Assembly.GetType($"NeuralGen.{name}Attribute") is null ? null : name;
    }

    private static void Section(StringBuilder page, string title, JsonObject part, HashSet<string> left)
    {
        page.Append($"## {title}\n\n");
        Table(page, part, left);
    }

    private static void Table(StringBuilder page, JsonObject part, HashSet<string> left)
    {
        (string Key, JsonObject Value)[] members = [.. NetworkSchema.Keys(part).Where(key => !left.Contains(key))
            .Select(key => (key, part["properties"]![key] is JsonObject own ? Merged(own) : new JsonObject()))];
        if (members.Length == 0)
        {
            return;
        }

        HashSet<string> needed = [.. part["required"]?.AsArray().Select(key => key!.GetValue<string>()) ?? []];
        page.Append("| key | value | when left out | meaning |\n|---|---|---|---|\n");
        foreach ((string key, JsonObject value) in members)
        {
            string absent = needed.Contains(key) ? "needed" : value["default"]?.ToJsonString() is { } text ? $"`{text}`" : "";
            page.Append($"| `{key}` | {Value(value)} | {absent} | {Cell(value["description"]?.GetValue<string>() ?? "")} |\n");
        }

        page.Append('\n');
    }

    /// <summary>A part with what it refers to; what it says itself comes first.</summary>
    private static JsonObject Merged(JsonObject part)
    {
        string name = part["$ref"]?.GetValue<string>().Split('/')[^1] ?? "";
        JsonObject merged = part["$ref"] is { } reference ? NetworkSchema.Schema.Resolve(reference.GetValue<string>())!.DeepClone().AsObject() : [];
        if (part["description"] is not null)
        {
            // Who describes a value anew says what happens without it.
            merged.Remove("default");
        }

        foreach ((string key, JsonNode? value) in part)
        {
            merged[key] = value?.DeepClone();
        }

        if (ShortWords.TryGetValue(name, out string? words))
        {
            merged[Words] = words;
        }

        return merged;
    }

    private static string Value(JsonObject part)
    {
        if (part[Words] is { } said)
        {
            return said.GetValue<string>();
        }

        if (part["enum"] is JsonArray words)
        {
            return string.Join(", ", words.Select(word => $"`{word!.GetValue<string>()}`"));
        }

        if ((part["oneOf"] ?? part["anyOf"]) is JsonArray forms)
        {
            return string.Join(" or ", forms.Select(form => Value(Merged(form!.AsObject()))).Where(text => text.Length > 0).Distinct());
        }

        string type = part["type"] is JsonValue kind && kind.GetValueKind() == JsonValueKind.String ? kind.GetValue<string>() : "";
        string bounds = (part["minimum"] ?? part["exclusiveMinimum"])?.ToJsonString() is { } least && least is "0" or "1"
            ? part["exclusiveMinimum"] is null ? $" from {least}" : $" above {part["exclusiveMinimum"]!.ToJsonString()}"
            : "";
        return type switch
        {
            "integer" => "whole number" + bounds,
            "number" => "number" + bounds,
            "boolean" => "`true` or `false`",
            "string" => "text",
            "array" => part["items"] is JsonObject items && Value(Merged(items)) is { Length: > 0 } element ? $"list of {(element.EndsWith("text", StringComparison.Ordinal) ? "texts" : element.Contains(' ', StringComparison.Ordinal) ? $"({element})" : element + "s")}" : "list",
            "object" => "object",
            _ => "",
        };
    }

    private static string Cell(string text) => text.TrimEnd('.').Replace("|", "\\|", StringComparison.Ordinal);
}
