using System.Globalization;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary><c>pairwise_coupling</c>.</summary>
public class PairwiseCouplingTests
{
    [Theory]
    [InlineData("single", 1e-6)]
    [InlineData("double", 1e-12)]
    public void Code_finds_what_the_interpreter_does(string precision, double accuracy)
    {
        string json = $$"""
            { "precision": "{{precision}}", "inputs": [ { "name": "pairs", "shape": [3, 10] } ],
              "layers": [ { "type": "pairwise_coupling", "name": "classes", "count": 5 } ],
              "outputs": [ { "name": "classes", "shape": [3, 5] } ] }
            """;
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "net.nn.json", problems).Network!;
        TensorDriver driver = new(
            new GeneratorHost().File("net.nn.json", "{ \"name\": \"Net\", \"namespace\": \"\"," + json.TrimStart()[1..])
                .Source(TensorDriver.Text("Net", precision == "single" ? "float" : "double", [(Compiler.Values.ElementType.Float, 30)], [(Compiler.Values.ElementType.Float, 15)], null))
                .Run().Load(),
            "Net");
        Random random = new(3);
        for (int round = 0; round < 20; round++)
        {
            double[][] inputs = [[.. Enumerable.Range(0, 30).Select(_ => (double)(float)random.NextDouble())]];
            double[] expected = Interpreter.Evaluate(network, inputs)[network.OutputTensor];
            double[] found = driver.Predict(inputs)[0];
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], found[i], accuracy);
            }
        }
    }

    [Theory]
    [InlineData("[4]", 3, 3, 4)]
    [InlineData("[5, 3]", 4, 6, 3)]
    [InlineData("[1]", 1, 0, 1)]
    public void Another_number_of_pairs_is_an_error(string shape, int classes, int pairs, int found) => Diagnose
        .File(string.Create(CultureInfo.InvariantCulture, $$"""
            { "inputs": [ { "name": "pairs", "shape": {{shape}} } ],
              "layers": [ { "type": "pairwise_coupling", "name": "classes", "count": {|NEURAL0146:{{classes}}|} } ] }
            """))
        .Unused()
        .Reports($"Layer 'classes' is of {classes} classes, which have {pairs} pairs, and reads 'pairs', whose last axis has {found}");
}
