using System.Globalization;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary><c>non_max_suppression</c>.</summary>
public class NonMaxSuppressionTests
{
    [Theory]
    [InlineData("single", "\"overlap\": 0.4, \"score\": 0.2")]
    [InlineData("single", "\"centered\": true")]
    [InlineData("double", "\"overlap\": 0.1")]
    [InlineData("double", "\"overlap\": 0.4, \"centered\": true, \"score\": 0.5")]
    public void Code_chooses_what_the_interpreter_does(string precision, string arguments)
    {
        string json = $$"""
            { "precision": "{{precision}}", "inputs": [ { "name": "boxes", "shape": [2, 9, 4] }, { "name": "scores", "shape": [2, 3, 9] } ],
              "layers": [ { "type": "non_max_suppression", "name": "best", "inputs": ["boxes", "scores"], "count": 4, {{arguments}} } ],
              "outputs": [ { "name": "best", "shape": [24, 3], "type": "long" } ] }
            """;
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "net.nn.json", problems).Network!;
        TensorDriver driver = new(
            new GeneratorHost().File("net.nn.json", "{ \"name\": \"Net\", \"namespace\": \"\"," + json.TrimStart()[1..])
                .Source(TensorDriver.Text("Net", precision == "single" ? "float" : "double", [.. network.Inputs.Select(input => (input.Type, input.Size))], [(Compiler.Values.ElementType.Long, 72)], null))
                .Run().Load(),
            "Net");
        Random random = new(3);
        for (int round = 0; round < 20; round++)
        {
            double[][] inputs = [.. network.Inputs.Select(input => Enumerable.Range(0, input.Size).Select(_ => (double)(float)random.NextDouble()).ToArray())];
            Assert.Equal(Interpreter.Evaluate(network, inputs)[network.OutputTensor], driver.Predict(inputs)[0]);
        }
    }

    [Theory]
    [InlineData("[1, 6, 5]", "[1, 2, 6]")]
    [InlineData("[1, 6, 4]", "[1, 6, 2]")]
    [InlineData("[2, 6, 4]", "[1, 2, 6]")]
    [InlineData("[6, 4]", "[1, 2, 6]")]
    public void Boxes_without_scores_are_an_error(string boxes, string scores) => Diagnose
        .File(string.Create(CultureInfo.InvariantCulture, $$"""
            { "inputs": [ { "name": "boxes", "shape": {{boxes}} }, { "name": "scores", "shape": {{scores}} } ],
              "layers": [ { "type": "non_max_suppression", "name": "best", "inputs": ["boxes", {|NEURAL0145:"scores"|}], "count": 3 } ] }
            """))
        .Unused()
        .Reports($"Layer 'best' chooses of 'boxes', {boxes}, by 'scores', {scores}; boxes are [images, boxes, 4], and scores [images, classes, boxes]");
}
