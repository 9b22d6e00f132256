using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Members;

/// <summary>What editors show of networks that keep a state: every member and parameter is documented, and every reference is there.</summary>
public class StateDocumentationTests
{
    [Theory]
    [InlineData("""{ "inputs": [ { "shape": [9, 3] } ], "stateful": true, "labels": ["a", "b"], "layers": [ { "type": "lstm", "units": 2, "return_sequences": true, "weights": W[8,3], "recurrent_weights": W[8,2] }, { "type": "softmax" } ] }""")]
    [InlineData("""{ "inputs": [ { "shape": [2, 9] } ], "stateful": true, "batches": false, "layers": [ { "type": "conv1d", "name": "a<b>", "kernel": 2, "padding": "causal", "weights": [[[1, 2], [1, 2]], [[1, 2], [3, 4]]] } ] }""")]
    [InlineData("""
        { "inputs": [ { "name": "step", "shape": [1] }, { "name": "sum", "shape": [1] }, { "name": "count", "shape": [1] } ], "states": { "sum": "next" },
          "layers": [ { "type": "add", "name": "next", "inputs": ["step", "sum"] }, { "type": "add", "name": "all", "inputs": ["next", "count"] } ], "outputs": [ { "name": "all" }, { "name": "next" } ] }
        """)]
    [InlineData("""
        { "inputs": [ { "name": "step", "shape": [12000] }, { "name": "sum", "shape": [12000] } ], "states": { "sum": "next" },
          "layers": [ { "type": "add", "name": "next", "inputs": ["step", "sum"] }, { "type": "activation", "name": "soft", "activation": "softmax" }, { "type": "cumulative_sum", "name": "rising" } ],
          "outputs": [ { "name": "rising" }, { "name": "next" } ] }
        """)]
    [InlineData("""{ "inputs": [ { "shape": [9, 3] } ], "stateful": true, "layers": [ { "type": "lstm", "units": 2, "weights": W[8,2], "recurrent_weights": W[8,2] } ] }""")]
    public void Every_public_member_is_documented(string json)
    {
        GeneratedProject project = new GeneratorHost().File("net.nn.json", WithNumbers(json)).Run();
        Assert.Empty(project.CompilerDiagnostics);
        CSharpParseOptions options = new(documentationMode: DocumentationMode.Diagnose);
        Compilation documented = project.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(project.Compilation.SyntaxTrees.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), options)));
        Assert.NotNull(documented.GetTypeByMetadataName("Project.Net+State"));
        string found = string.Join("\n", documented.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.True(found.Length == 0, found);
    }

    private static string WithNumbers(string json) => System.Text.RegularExpressions.Regex.Replace(json, @"W\[(\d+),(\d+)\]", match =>
    {
        IEnumerable<string> rows = Enumerable.Range(0, int.Parse(match.Groups[1].Value)).Select(row => $"[{string.Join(", ", Enumerable.Range(row, int.Parse(match.Groups[2].Value)))}]");
        return $"[{string.Join(", ", rows)}]";
    });
}
