using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Types of files that have the simple name of a namespace.</summary>
public class NamesakeTests
{
    private const string Network = """ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 7]] } ] }""";

    // The root namespace, the file, what it begins with, and the namespace that the warning names.
    [Theory]
    [InlineData("Iris", "iris.nn.json", "{", "Iris")]
    [InlineData("Flowers.Iris", "iris.nn.json", "{", "Flowers.Iris")]
    [InlineData("Iris.App", "iris.nn.json", "{", "Iris")]
    [InlineData("Company.Iris.App", "iris.nn.json", "{", "Company.Iris")]
    [InlineData("Flowers", "a.nn.json", """{ "name": "iris", "namespace": "Iris",""", "Iris")]
    [InlineData("App", "system.nn.json", "{", "System")]
    [InlineData("App", "other.nn.json", "{", "Other")]
    public void A_namesake_of_a_namespace_is_reported(string root, string file, string begin, string @namespace)
    {
        Diagnostic diagnostic = Assert.Single(Analyze(root, file, begin));
        Assert.Equal((DiagnosticSeverity.Warning, "NEURAL0025"), (diagnostic.Severity, diagnostic.Id));
        Assert.EndsWith(
            $"which has the name of the namespace '{@namespace}', so that one hides the other: give the file another \"name\" or \"namespace\", or the item of a model another Class or Namespace",
            diagnostic.Text(),
            StringComparison.Ordinal);
        Assert.Equal(file, diagnostic.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("Flowers", "iris.nn.json", "{")]
    [InlineData("Iris", "iris.nn.json", """{ "name": "Species",""")]
    [InlineData("Iris", "iris.nn.json", """{ "namespace": "Flowers",""")]
    [InlineData("Irises", "iris.nn.json", "{")]
    [InlineData("", "iris.nn.json", "{")]
    public void Other_names_are_left_alone(string root, string file, string begin) => Assert.Empty(Analyze(root, file, begin));

    private static IEnumerable<Diagnostic> Analyze(string root, string file, string begin) => new GeneratorHost()
        .Property("RootNamespace", root)
        .Source("namespace Other { class C; }")
        .File(file, begin + Network)
        .Run()
        .Analyze();
}
