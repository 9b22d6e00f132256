using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Seeds;

/// <summary>A forward case of the source material.</summary>
internal sealed record SeedCase(
    string Name, double[][] Inputs, IReadOnlyList<(string Node, double[] Weights)> Nodes, string Hidden, string Output, double[] Expected, double[][] HiddenValues)
{
    /// <summary>The name as a C# type.</summary>
    public string TypeName => "Seed" + string.Concat(Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The weights of each layer, row by row; the output last.</summary>
    public IReadOnlyList<double[][]> Layers =>
    [
        .. Nodes.GroupBy(node => node.Node[..Math.Max(node.Node.LastIndexOf('_'), node.Node == "output" ? node.Node.Length : 0)])
            .Select(group => group.Select(node => node.Weights).ToArray()),
    ];

    /// <summary>Reads all cases.</summary>
    public static IReadOnlyList<SeedCase> All { get; } = Read();

    private static List<SeedCase> Read()
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "seeds", "cases.json")))!;
        return [.. root["forward"]!.AsArray().Select(node => Read(node!.AsObject()))];
    }

    private static SeedCase Read(JsonObject node) => new(
        (string)node["name"]!,
        [.. node["inputs"]!.AsArray().Select(Numbers)],
        [.. node["weights"]!.AsObject().Select(pair => (pair.Key, Numbers(pair.Value)))],
        (string)node["hidden"]!,
        (string)node["output"]!,
        Numbers(node["expected"]),
        node["hidden_values"] is not JsonArray values ? []
            : values[0] is JsonArray ? [.. values.Select(Numbers)]
            : [Numbers(values)]);

    private static double[] Numbers(JsonNode? node) => [.. node!.AsArray().Select(element => (double)element!)];
}
