using System.Text.Json.Nodes;

namespace BankTransactions.Cases;

/// <summary>The worked numbers as the source material gives them.</summary>
internal sealed class CaseFile
{
    private readonly JsonNode _root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.json")))!;

    /// <summary>The names of all forward cases.</summary>
    public IEnumerable<string> Names => _root["forward"]!.AsArray().Select(node => (string)node!["name"]!);

    /// <summary>The rows that go in and the numbers that the source says come out.</summary>
    public (double[][] Inputs, double[] Expected) Forward(string name)
    {
        JsonNode found = _root["forward"]!.AsArray().Single(node => (string)node!["name"]! == name)!;
        return ([.. found["inputs"]!.AsArray().Select(row => Numbers(row!))], Numbers(found["expected"]!));
    }

    /// <summary>The arguments of an activation and its values.</summary>
    public (double[] At, double[] Expected) Activation(string name)
    {
        JsonNode found = _root["activations"]!.AsArray().Single(node => (string)node!["name"]! == name)!;
        return (Numbers(found["at"]!), Numbers(found["expected"]!));
    }

    private static double[] Numbers(JsonNode node) => [.. node.AsArray().Select(element => (double)element!)];
}
