using System.Text.Json.Nodes;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>The schema and the reader know the same keys and names.</summary>
public class SchemaKeyTests
{
    private static readonly Dictionary<ArgumentKind, string> Shapes = new()
    {
        [ArgumentKind.Number] = "number",
        [ArgumentKind.Integer] = "integer",
        [ArgumentKind.Flag] = "boolean",
        [ArgumentKind.Numbers] = "numbers",
        [ArgumentKind.Rows] = "rows",
        [ArgumentKind.Tensor] = "tensor",
        [ArgumentKind.Elements] = "elements",
        [ArgumentKind.Integers] = "integers",
        [ArgumentKind.Names] = "strings",
        [ArgumentKind.Word] = "word",
        [ArgumentKind.Text] = "string",
        [ArgumentKind.Sizes] = "sizes",
        [ArgumentKind.Padding] = "padding",
        [ArgumentKind.Layout] = "layout",
        [ArgumentKind.Activation] = "activation",
        [ArgumentKind.Network] = "body",
    };

    public static TheoryData<string> Layers => new(LayerCatalog.All.Select(kind => kind.Type));

    [Fact]
    public void Networks_have_the_same_keys() => AssertSame(NetworkFileReader.Keys, NetworkSchema.Keys(NetworkSchema.Root));

    [Fact]
    public void Losses_have_the_same_keys() => AssertSame(NetworkFileReader.LossKeys, NetworkSchema.Keys(NetworkSchema.At("properties", "loss", "oneOf", "1")));

    [Fact]
    public void Labels_have_the_same_keys() => AssertSame(LabelReader.Keys, NetworkSchema.Keys(NetworkSchema.At("properties", "labels", "items", "oneOf", "1")));

    [Fact]
    public void Tests_have_the_same_keys() => AssertSame(TestReader.Keys, NetworkSchema.Keys(NetworkSchema.At("properties", "tests", "items")));

    [Fact]
    public void Sources_have_the_same_keys() => AssertSame(SourceReader.Keys, NetworkSchema.Keys(NetworkSchema.At("properties", "source")));

    [Fact]
    public void Activations_have_the_same_keys() => AssertSame(LayerReader.ActivationKeys, NetworkSchema.Keys(NetworkSchema.At("definitions", "activationWithArguments")));

    [Fact]
    public void Networks_within_layers_have_the_same_keys() => AssertSame(BodyReader.Keys, NetworkSchema.Keys(NetworkSchema.At("definitions", "body")));

    [Fact]
    public void Types_of_layers_are_the_same() =>
        AssertSame(LayerCatalog.All.Select(kind => kind.Type), NetworkSchema.Values(NetworkSchema.At("definitions", "layer", "properties", "type")));

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_has_the_same_keys_with_the_same_kinds_of_values(string type)
    {
        LayerKind kind = LayerCatalog.Find(type)!;
        JsonObject layer = Layer(type);
        AssertSame(LayerReader.CommonKeys.Concat(kind.Arguments.Select(argument => argument.Name)), NetworkSchema.Keys(layer));
        Assert.All(kind.Arguments, argument => Assert.Equal(Shapes[argument.Kind], Shape(layer["properties"]![argument.Name]!)));
        Assert.Equal(kind.MinimumSources, NetworkSchema.At("definitions", Definition(type), "properties", "inputs")["minItems"]!.GetValue<int>());
        Assert.Equal(kind.MinimumSources > 1, layer["required"]?.AsArray().Any(key => key!.GetValue<string>() == "inputs") == true);
    }

    [Fact]
    public void Names_of_activations_are_the_same()
    {
        AssertSame(ActivationCatalog.Names, NetworkSchema.Values(NetworkSchema.At("definitions", "activationName")));

        // Unless training finds them, slopes need an object.
        JsonNode needsSlopes = NetworkSchema.At("definitions", "activationOfFixedNetwork", "not")["const"]!;
        Assert.Equal(ActivationCatalog.Names.Single(name => ActivationCatalog.Find(name)!.HasSlopes), needsSlopes.GetValue<string>());

        // Which functions take an argument, and which need all of theirs.
        JsonArray rules = NetworkSchema.At("definitions", "activationWithArguments")["allOf"]!.AsArray();
        foreach (string argument in ActivationCatalog.Arguments)
        {
            JsonNode rule = Assert.Single(rules, rule => rule!["then"]!["properties"]?[argument] is JsonValue)!;
            AssertSame(
                ActivationCatalog.All.Where(function => function.Parameters.Any(parameter => parameter.Name == argument)).Select(function => function.Name),
                NetworkSchema.Values(rule["if"]!["properties"]!["type"]!["not"]!.AsObject()));
        }

        ActivationDescriptor needsArguments = ActivationCatalog.All.Single(function => function.Parameters.Any(parameter => parameter.Default is null));
        JsonNode required = Assert.Single(rules, rule => rule!["then"]!["required"] is not null)!;
        Assert.Equal(needsArguments.Name, required["if"]!["properties"]!["type"]!["const"]!.GetValue<string>());
        AssertSame(needsArguments.Parameters.Select(parameter => parameter.Name), required["then"]!["required"]!.AsArray().Select(key => key!.GetValue<string>()));
    }

    [Fact]
    public void Names_of_settings_are_the_same()
    {
        AssertSame(Names<Precision>(), NetworkSchema.Values(NetworkSchema.At("properties", "precision")));
        AssertSame(Names<EmissionMode>(), NetworkSchema.Values(NetworkSchema.At("properties", "emission")));
        AssertSame(Names<WeightLayout>(), NetworkSchema.Values(NetworkSchema.At("definitions", "layout")));
        AssertSame(Names<LossKind>(), NetworkSchema.Values(NetworkSchema.At("definitions", "lossName")));
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(Texts.SnakeCase);

    private static JsonObject Layer(string type) => NetworkSchema.At("definitions", Definition(type));

    /// <summary>The definition that applies to a type of layer.</summary>
    private static string Definition(string type)
    {
        JsonNode rule = Assert.Single(
            NetworkSchema.At("definitions", "layer")["allOf"]!.AsArray(), rule => rule!["if"]!["properties"]!["type"]!["const"]!.GetValue<string>() == type)!;
        return Last(rule["then"]!["$ref"]!);
    }

    private static string Shape(JsonNode property) =>
        property["$ref"] is { } reference ? Last(reference) is "castType" ? "word" : Last(reference)
        : property["enum"] is not null ? "word"
        : property["type"]!.GetValue<string>() is not "array" and var type ? type
        : property["items"]!["type"]!.GetValue<string>() + "s";

    private static string Last(JsonNode reference) => reference.GetValue<string>().Split('/')[^1];

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
