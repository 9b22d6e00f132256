using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>A network with PyTorch's results, from <c>fixtures/pytorch/gradients.json</c>.</summary>
/// <param name="Name">What the case is about.</param>
/// <param name="Network">The network, as a file has it.</param>
/// <param name="Rows">The results of each row.</param>
/// <param name="BatchLoss">The mean loss of all rows.</param>
/// <param name="BatchGradient">Its derivatives with respect to all parameters.</param>
internal sealed record PyTorchCase(string Name, JsonObject Network, PyTorchRow[] Rows, double BatchLoss, double[] BatchGradient)
{
    /// <summary>All cases.</summary>
    public static IReadOnlyList<PyTorchCase> All { get; } = Read();

    /// <summary>The name as a C# type.</summary>
    public string TypeName => string.Concat(Name.Split(' ', '_', ',', '.').Where(word => word != "").Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The network as text, in a precision and a shape of code.</summary>
    public string ToJson(string precision, string emission)
    {
        JsonObject network = (JsonObject)Network.DeepClone();
        network["precision"] = precision;
        network["emission"] = emission;
        return network.ToJsonString();
    }

    private static PyTorchCase[] Read()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "fixtures", "pytorch", "gradients.json");
        return [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(node => Read(node!.AsObject()))];
    }

    private static PyTorchCase Read(JsonObject node)
    {
        double[][] inputs = Rows(node["inputs"]);
        double[][] targets = Rows(node["targets"]);
        double[][] outputs = Rows(node["outputs"]);
        double[] losses = Numbers(node["losses"]);
        double[][] gradients = Rows(node["gradients"]);
        double[][][] jacobians = [.. node["jacobians"]!.AsArray().Select(Rows)];
        return new PyTorchCase(
            (string)node["name"]!,
            node["network"]!.AsObject(),
            [.. inputs.Select((input, i) => new PyTorchRow(input, targets[i], outputs[i], losses[i], gradients[i], [.. jacobians[i].SelectMany(row => row)]))],
            (double)node["batch_loss"]!,
            Numbers(node["batch_gradient"]));

        static double[][] Rows(JsonNode? rows) => [.. rows!.AsArray().Select(Numbers)];
    }

    private static double[] Numbers(JsonNode? node) => [.. node!.AsArray().Select(element => (double)element!)];
}
