using System.Text.Json.Nodes;

namespace GradientDescent.Cases;

/// <summary>The numbers of one case by their keys.</summary>
internal sealed class Case(JsonNode node)
{
    public double Number(string key) => (double)node[key]!;

    public double[] Numbers(string key) => [.. node[key]!.AsArray().Select(element => (double)element!)];

    /// <summary>The rows of a table, one behind the other.</summary>
    public double[] Rows(string key) => [.. node[key]!.AsArray().SelectMany(row => row!.AsArray()).Select(element => (double)element!)];
}
