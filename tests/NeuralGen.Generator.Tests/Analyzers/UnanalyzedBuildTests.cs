using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>Builds that leave analyzers out; what the generator then reports itself is compared in every other test.</summary>
public class UnanalyzedBuildTests
{
    [Theory]
    [InlineData("RunAnalyzers=false")]
    [InlineData("RunAnalyzers=False")]
    [InlineData("RunAnalyzersDuringBuild=false")]
    [InlineData("IsImplicitlyTriggeredBuild=true;OptimizeImplicitlyTriggeredBuild=true")]
    public void A_build_without_analyzers_reports_all_networks(string properties)
    {
        GeneratedProject project = Project(properties);
        Assert.Equal(
            ["NEURAL0001", "NEURAL0021", "NEURAL0101", "NEURAL0201", "NEURAL0301"],
            project.GeneratorDiagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [InlineData("RunAnalyzers=true")]
    [InlineData("RunAnalyzers=")]
    [InlineData("RunAnalyzers=true;RunAnalyzersDuringBuild=false")]
    [InlineData("IsImplicitlyTriggeredBuild=true")]
    public void A_build_with_analyzers_leaves_the_reports_to_them(string properties)
    {
        GeneratedProject project = Project(properties);
        Assert.Empty(project.GeneratorDiagnostics);
        Assert.Equal(5, project.Analyze().Length);
    }

    private static GeneratedProject Project(string properties)
    {
        GeneratorHost host = new GeneratorHost()
            .Source("""
                using NeuralGen;
                [NeuralNetwork(Inputs = 2)] [Dense(1)] public partial class NoWeights;
                [NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public class NotPartial;
                [NeuralNetwork("named.nn.json")] public partial class ByFile;
                [Dense(1, Weights = [1, 2])] public partial class NoNetwork;
                """)
            .File("named.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
            .File("empty.nn.json", "");
        foreach (string[] property in properties.Split(';').Select(property => property.Split('=')))
        {
            host.Property(property[0], property[1]);
        }

        return host.Run();
    }
}
