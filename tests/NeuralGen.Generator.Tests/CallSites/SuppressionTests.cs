using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CallSites;

/// <summary>Rules about calls can be silenced where they are; errors of a broken network cannot.</summary>
public class SuppressionTests
{
    [Theory]
    [InlineData("#pragma warning disable NEURAL0501\n", "#pragma warning restore NEURAL0501\n", 0)]
    [InlineData("#pragma warning disable NEURAL0101\n", "", 1)]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NeuralGen\", \"NEURAL0501\")]\n", "", 0)]
    [InlineData("", "", 1)]
    public void A_call_is_silenced_in_code(string before, string after, int expected)
    {
        GeneratedProject project = new GeneratorHost()
            .File("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
            .Source($"class C {{\n{before}float M() => Project.Net.Predict(new float[3]);\n{after} }}")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal(expected, project.Analyze().Length);
    }

    [Theory]
    [InlineData("#pragma warning disable NEURAL0103\n")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NeuralGen\", \"NEURAL0103\")]\n")]
    public void A_broken_network_is_not_silenced_in_code(string before)
    {
        GeneratedProject project = new GeneratorHost()
            .Source($"using NeuralGen;\n{before}[NeuralNetwork(Inputs = 2)]\n[Dense(1, Weights = new double[] {{ 1 }})]\npartial class Net;")
            .Run();
        Assert.Equal("NEURAL0103", Assert.Single(project.Analyze()).Id);
    }
}
