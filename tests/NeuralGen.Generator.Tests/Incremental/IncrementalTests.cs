using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Incremental;

/// <summary>What runs again after an edit, and what does not.</summary>
public class IncrementalTests
{
    private const string Attributed = """
        using NeuralGen;
        [NeuralNetwork(Inputs = 2)]
        [Dense(1, Weights = [2, 7])]
        public static partial class Bank;
        [NeuralNetwork("claimed.nn.json")]
        public static partial class Claimed;
        """;

    private const string FileText = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2]] } ] }""";

    private static readonly string[] Models = [TrackingNames.ModelsOfTypes, TrackingNames.ModelsOfFiles];

    private static GeneratorHost Project(string source = Attributed, string file = FileText, string claimed = FileText) =>
        new GeneratorHost().Source(source).Source("class Other { }", "Other.cs").File("/p/iris.nn.json", file).File("/p/claimed.nn.json", claimed);

    [Fact]
    public void An_edit_elsewhere_regenerates_nothing() => AssertOutputs(Project(), compilation => Replace(compilation, "Other.cs", "class Other { int x; }"), changed: 0);

    [Fact]
    public void A_comment_beside_the_attributes_regenerates_nothing() =>
        AssertOutputs(Project(), compilation => Replace(compilation, "Source.cs", Attributed.Replace("[Dense(1, Weights = [2, 7])]", "[Dense(1, /* of the bank */ Weights = [2,   7.0])] // kept", StringComparison.Ordinal)), changed: 0);

    [Fact]
    public void A_changed_weight_regenerates_its_network_only() =>
        AssertOutputs(Project(), compilation => Replace(compilation, "Source.cs", Attributed.Replace("7", "8", StringComparison.Ordinal)), changed: 1);

    [Fact]
    public void A_reindented_file_regenerates_nothing() =>
        AssertFileEdit(FileText.Replace(" ", "\n    ", StringComparison.Ordinal).Replace("[[2]]", "[ [ 2.0 ] ] // weight", StringComparison.Ordinal), changed: 0);

    [Fact]
    public void Tests_added_to_a_file_regenerate_nothing() =>
        AssertFileEdit(FileText.Replace("\"inputs\": 1,", "\"inputs\": 1, \"tests\": [ { \"input\": [1], \"output\": [2] } ],", StringComparison.Ordinal), changed: 0);

    [Fact]
    public void A_changed_weight_in_a_file_regenerates_its_network_only() => AssertFileEdit(FileText.Replace("[[2]]", "[[3]]", StringComparison.Ordinal), changed: 1);

    [Fact]
    public void Negative_zero_is_another_weight_than_zero() =>
        AssertFileEdit(
            FileText.Replace("\"weights\": [[2]]", "\"weights\": [[2]], \"bias\": [-0.0]", StringComparison.Ordinal),
            changed: 1,
            before: FileText.Replace("\"weights\": [[2]]", "\"weights\": [[2]], \"bias\": [0.0]", StringComparison.Ordinal));

    [Fact]
    public void An_edit_elsewhere_reads_nothing_of_a_file_of_weights_again()
    {
        GeneratorHost project = new GeneratorHost { Checks = new CheckCache() }
            .File("Net.nn.json", """{ "inputs": 4096, "tensors": "large.safetensors", "layers": [ { "type": "dense", "name": "fc" } ] }""")
            .File("obj/large.safetensors.facts.json", new Facts().Large("fc.weight", 7_324, 4096).ToString())
            .Source("class Other { }", "Other.cs");
        CSharpCompilation compilation = project.Compilation();
        GeneratorDriver driver = project.Driver().RunGenerators(compilation);
        CSharpCompilation edited = Replace(compilation, "Other.cs", "class Other { int x; }");
        Assert.Empty(project.Analyze(compilation).Concat(project.Analyze(edited)));
        Assert.Equal(1, project.Checks.Runs);
        GeneratorRunResult result = driver.RunGenerators(edited).GetRunResult().Results[0];
        IncrementalStepRunReason[] reasons =
        [
            .. new[] { TrackingNames.Weights, TrackingNames.Files, TrackingNames.ModelsOfFiles, TrackingNames.PlacedNetworks }
                .SelectMany(stage => result.TrackedSteps[stage]).SelectMany(step => step.Outputs).Select(output => output.Reason),
        ];
        Assert.Equal(4, reasons.Length);
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
    }

    [Fact]
    public void The_same_project_twice_gives_equal_values_at_every_stage()
    {
        GeneratorDriver first = Project().Driver().RunGenerators(Project().Compilation());
        GeneratorDriver second = Project().Driver().RunGenerators(Project().Compilation());
        foreach (string stage in new[] { TrackingNames.Files, TrackingNames.Types, TrackingNames.Platform, TrackingNames.Settings, TrackingNames.Unclaimed, TrackingNames.NewTypes }.Concat(Models))
        {
            object[] left = Values(first, stage);
            object[] right = Values(second, stage);
            Assert.NotEmpty(left);
            Assert.Equal(left.Length, right.Length);
            for (int i = 0; i < left.Length; i++)
            {
                Assert.False(ReferenceEquals(left[i], right[i]));
                Assert.True(left[i].Equals(right[i]), stage);
                Assert.Equal(left[i].GetHashCode(), right[i].GetHashCode());
            }
        }
    }

    private static object[] Values(GeneratorDriver driver, string stage) =>
        [.. driver.GetRunResult().Results[0].TrackedSteps[stage].SelectMany(step => step.Outputs).Select(output => output.Value)];

    private static void AssertFileEdit(string edited, int changed, string before = FileText)
    {
        GeneratorHost project = Project(file: before, claimed: before);
        foreach (string path in new[] { "/p/iris.nn.json", "/p/claimed.nn.json" })
        {
            CSharpCompilation compilation = project.Compilation();
            GeneratorDriver driver = project.Driver().RunGenerators(compilation);
            AdditionalText old = project.Files.Single(file => file.Path == path);
            driver = driver.ReplaceAdditionalText(old, new MemoryText(path, edited)).RunGenerators(compilation);
            AssertChanged(driver, changed);
        }
    }

    private static void AssertOutputs(GeneratorHost project, Func<CSharpCompilation, CSharpCompilation> edit, int changed)
    {
        CSharpCompilation compilation = project.Compilation();
        GeneratorDriver driver = project.Driver().RunGenerators(compilation).RunGenerators(edit(compilation));
        AssertChanged(driver, changed);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string text)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, path));
    }

    /// <summary>Counts the networks that were written again; an edit of something else must leave them cached.</summary>
    private static void AssertChanged(GeneratorDriver driver, int expected)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        IncrementalStepRunReason[] models = [.. Models.SelectMany(stage => result.TrackedSteps[stage]).SelectMany(step => step.Outputs).Select(output => output.Reason)];
        Assert.Equal(3, models.Length);
        Assert.Equal(expected, models.Count(reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
        IncrementalStepRunReason[] outputs = [.. result.TrackedOutputSteps["SourceOutput"].SelectMany(step => step.Outputs).Select(output => output.Reason)];
        int networks = outputs.Count(reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        Assert.Equal(expected, networks);
    }
}
