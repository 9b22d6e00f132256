using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>One activation is declared for all hidden layers of nodes; each layer has slopes of its own all the same.</summary>
public class SharedSlopesTests
{
    [Theory]
    [InlineData("single", "auto", "[0.2, -0.4]")]
    [InlineData("single", "unrolled", "[0.3]")]
    [InlineData("single", "vectorized", "[0.2, -0.4]")]
    [InlineData("double", "unrolled", "[0.2, -0.4]")]
    [InlineData("double", "vectorized", "[0.3]")]
    public void Layers_with_one_declared_activation_compute_what_is_declared(string precision, string emission, string slopes)
    {
        string json = $$"""
            {
              "inputs": 2, "precision": "{{precision}}", "emission": "{{emission}}",
              "hidden_activation": { "type": "prelu", "weights": {{slopes}} },
              "weights": {
                "node_0_0": [0.5, -1.25], "node_0_1": [-0.75, 0.25],
                "node_1_0": [1.5, 0.5], "node_1_1": [-0.5, 1.25],
                "output_0": [1.5, -0.5], "output_1": [0.25, 0.75]
              }
            }
            """;
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", json).Run().Network("Project.Net");
        ProblemList problems = new();
        Network declared = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems).Network!;
        int slopesOfLayer = slopes.Split(',').Length;
        Assert.Equal(12 + (2 * slopesOfLayer), network.ParameterCount);
        double[][] inputs = [[1, 2], [-1, 0.5], [0.25, -3]];
        foreach (double[] input in inputs)
        {
            double[] expected = Interpreter.Predict(declared, input);
            double[] actual = network.Predict(input);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, network.IsDouble ? 1e-12 : 1e-5));
        }

        GradientCheck check = new(json, network);
        check.Run(inputs, new Random(3));
        Assert.True(check.Compared > 20, $"{check.Compared} compared");
    }
}
