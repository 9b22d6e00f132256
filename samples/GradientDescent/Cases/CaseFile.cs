using System.Text.Json.Nodes;

namespace GradientDescent.Cases;

/// <summary>The worked numbers as the source material gives them.</summary>
internal sealed class CaseFile
{
    private readonly JsonNode _root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.json")))!;

    /// <summary>A case about the slope of the error and the steps along it.</summary>
    public Case Descent(string name) => Find("gradient_descent", name);

    /// <summary>A case about the errors of two models.</summary>
    public Case Accuracy(string name) => Find("accuracy", name);

    private Case Find(string group, string name) =>
        new(_root[group]!.AsArray().Single(node => (string)node!["name"]! == name)!);
}
