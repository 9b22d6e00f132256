using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>A network with spatial layers and PyTorch's results, from <c>spatial.json</c> and <c>recurrent.json</c> of <c>fixtures/pytorch</c>.</summary>
/// <param name="Name">What the case is about.</param>
/// <param name="TypeName">The name as a C# type.</param>
/// <param name="Network">The network, as a file has it.</param>
/// <param name="Rows">The results of each row.</param>
internal sealed record SpatialCase(string Name, string TypeName, JsonObject Network, SpatialRow[] Rows)
{
    /// <summary>All cases.</summary>
    public static IReadOnlyList<SpatialCase> All { get; } = Read();

    /// <summary>The network as text, in a precision and a form of code.</summary>
    public string ToJson(string precision, string emission)
    {
        JsonObject network = (JsonObject)Network.DeepClone();
        network["precision"] = precision;
        network["emission"] = emission;
        return network.ToJsonString();
    }

    private static SpatialCase[] Read()
    {
        IEnumerable<JsonNode?> nodes = new[] { "spatial.json", "recurrent.json" }
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "pytorch", file)))!.AsArray());
        return [.. nodes.Select((node, index) => Read(node!.AsObject(), index))];
    }

    private static SpatialCase Read(JsonObject node, int index)
    {
        double[][] inputs = Rows("inputs");
        double[][] targets = Rows("targets");
        double[][] outputs = Rows("outputs");
        double[] losses = Numbers(node["losses"]);
        double[][] gradients = Rows("gradients");
        double[][] inputGradients = Rows("input_gradients");
        return new SpatialCase(
            (string)node["name"]!,
            FormattableString.Invariant($"Case{index}"),
            node["network"]!.AsObject(),
            [.. inputs.Select((input, i) => new SpatialRow(input, targets[i], outputs[i], losses[i], gradients[i], inputGradients[i]))]);

        double[][] Rows(string key) => [.. node[key]!.AsArray().Select(Numbers)];
    }

    private static double[] Numbers(JsonNode? node) => [.. node!.AsArray().Select(element => (double)element!)];
}
