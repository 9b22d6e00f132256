using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Projects without the runtime library, or with another one: one error of ours, from the generator, and no other.</summary>
public class LibraryTests
{
    private const string File = """{ "inputs": 2, "labels": ["a", "b"], "layers": [ { "type": "dense", "weights": [[1, 2]], "activation": "sigmoid" } ] }""";

    private const string Trainable = """{ "inputs": 2, "trainable": true, "layers": [ { "type": "dense", "units": 1 } ] }""";

    private const string Uses = """
        public class Uses
        {
            private readonly Project.Iris? _field = null;
            public Project.Iris? Iris => _field;
            public Project.Iris.Label Classify() => Project.Iris.Classify(new float[2]);
            public void Train(Project.Net net) => net.Initialize(1);
        }
        """;

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void A_project_without_the_library_is_reported_once_and_its_code_compiles(string analyzers)
    {
        GeneratedProject project = Files(OtherLibrary.Missing).Property("RunAnalyzers", analyzers).Run();
        Assert.Equal(
            ["iris.nn.json(1,1): NEURAL0030: The networks of this project need NeuralGen.dll, which it does not reference; use a PackageReference whose assets include 'compile', which those of a GlobalPackageReference do not"],
            project.GeneratorDiagnostics.Select(Describe));
        Assert.Empty(project.Analyze());
        Assert.Empty(project.CompilerDiagnostics);
    }

    [Fact]
    public void An_attribute_that_cannot_be_found_is_reported_beside_what_the_compiler_says()
    {
        GeneratedProject project = new GeneratorHost { References = OtherLibrary.Missing }
            .Source("class Other { [System.Obsolete] void M() { } }", "Other.cs")
            .Source("using NeuralGen;\n[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public partial class Net;")
            .Run();
        Assert.Equal(["Source.cs(2,2): NEURAL0030"], project.GeneratorDiagnostics.Select(diagnostic => Describe(diagnostic)[.."Source.cs(2,2): NEURAL0030".Length]));
        Assert.All(project.CompilerDiagnostics, diagnostic => Assert.Equal("Source.cs", diagnostic.Location.GetLineSpan().Path));
    }

    [Theory]
    [InlineData("[System.Serializable] public class Net;")]
    [InlineData("public class NeuralNetworkAttribute : System.Attribute; [NeuralNetwork] public class Net;")]
    public void A_project_without_the_library_and_without_networks_is_left_alone(string source) =>
        Assert.Empty(new GeneratorHost { References = OtherLibrary.Missing }.Source(source).Run().GeneratorDiagnostics);

    [Fact]
    public void An_older_library_is_reported_once_and_code_compiles()
    {
        GeneratedProject project = Files(OtherLibrary.Outdated)
            .Source("using NeuralGen;\n[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public partial class Bank;", "Bank.cs")
            .Run();
        string ours = typeof(NetworkGenerator).Assembly.GetName().Version!.ToString(3);
        Assert.Equal(
            [$"iris.nn.json(1,1): NEURAL0031: The networks of this project are compiled by NeuralGen {ours} but would run with NeuralGen.dll 0.0.1; reference both in one version"],
            project.GeneratorDiagnostics.Select(Describe));
        Assert.Empty(project.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("99.0.0.0")]
    public void A_library_of_no_version_or_of_a_newer_one_is_not_reported(string version) =>
        Assert.Empty(Files(OtherLibrary.Library(version)).Run().GeneratorDiagnostics);

    private static GeneratorHost Files(ImmutableArray<MetadataReference> references) =>
        new GeneratorHost { References = references }.Source(Uses).File("net.nn.json", Trainable).File("iris.nn.json", File);

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Id}: {diagnostic.Text()}");
    }
}
