using NeuralGen.CodeFixes.Files;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class FileInputsTests
{
    [Theory]
    [InlineData("""{ "inputs": INPUTS, "layers": [ { "type": "dense", "weights": [[1, 2, 3]] } ] }""")]
    [InlineData("""{ "layers": [ { "type": "dense", "weights": [[1, 2, 3], [4, 5, 6]], "activation": "tanh" }, { "type": "dense", "weights": [[1, 2]] } ], /* inputs */ "inputs" : INPUTS }""")]
    [InlineData("""{ "inputs": INPUTS, "layers": [ { "type": "dropout", "rate": 0.5 }, { "type": "dense", "inputs": ["input"], "weights": [[1, 2, 3]] } ] }""")]
    [InlineData("""{ "inputs": INPUTS, "layers": [ { "type": "dense", "weights": [[1, 2, 3]] } ], "tests": [ { "input": [1, 1, 1], "output": [6] } ] }""")]
    [InlineData("""{ "inputs": INPUTS, "layers": [ { "type": "dense", "name": "a", "weights": [[1, 2, 3]] }, { "type": "dense", "name": "b", "inputs": ["input"], "weights": [[4, 5, 6]] }, { "type": "add", "inputs": ["a", "b"] } ] }""")]
    public void Inputs_become_the_length_of_the_rows(string network)
    {
        if (network.Contains("\"b\"", StringComparison.Ordinal))
        {
            FixOf.All<FileInputsCodeFix>(With(network, "3"), ("net.nn.json", With(network, "2")));
            return;
        }

        FixOf.Project<FileInputsCodeFix>("Set 'inputs' to 3", With(network, "3"), ("net.nn.json", With(network, "2")));
        FixOf.Project<FileInputsCodeFix>("Set 'inputs' to 3", With(network, "3"), ("net.nn.json", With(network, "12.0e0")));
    }

    [Fact]
    public void A_file_with_a_class_is_changed_too() => FixOf.Project<FileInputsCodeFix>(
        "Set 'inputs' to 1",
        """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""",
        ("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1]] } ] }"""),
        ("Net.cs", "[NeuralGen.NeuralNetwork(\"net.nn.json\")] partial class Net;"));

    [Theory]
    [InlineData("""{ "inputs": ["a", "b"], "layers": [ { "type": "dense", "weights": [[1, 2, 3]] } ] }""")]
    [InlineData("""{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2, 3], [1, 2]] } ] }""")]
    [InlineData("""{ "inputs": 3, "layers": [ { "type": "dense", "weights": [[], []] } ] }""")]
    [InlineData("""{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2], [1, 2]] }, { "type": "dense", "weights": [[1, 2, 3]] } ] }""")]
    [InlineData("""{ "inputs": 2, "layers": [ { "type": "normalization", "mean": [0, 0], "scale": [2, 2] }, { "type": "dense", "weights": [[1, 2, 3]] } ] }""")]
    [InlineData("""{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2, 3]] } ], "tests": [ { "input": [1, 1], "output": [6] } ] }""")]
    [InlineData("""{ "inputs": 2, "range": [[0, 1], [0, 1]], "layers": [ { "type": "dense", "weights": [[1, 2, 3]] } ] }""")]
    [InlineData("""{ "inputs": 2, "layers": [ { "type": "dense", "name": "a", "weights": [[1, 2]] }, { "type": "dense", "name": "b", "inputs": ["input"], "weights": [[1, 2, 3]] }, { "type": "add", "inputs": ["a", "b"] } ] }""")]
    public void Nothing_is_offered_where_another_part_agrees_with_the_inputs(string network) => FixOf.Nothing<FileInputsCodeFix>(("net.nn.json", network));

    [Theory]
    [InlineData("Inputs = 2")]
    [InlineData("InputNames = new[] { \"a\", \"b\" }")]
    public void Nothing_is_offered_where_the_class_says_the_inputs_too(string inputs) => FixOf.Nothing<FileInputsCodeFix>(
        ("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2, 3]] } ] }"""),
        ("Net.cs", $"[NeuralGen.NeuralNetwork(\"net.nn.json\", {inputs})] partial class Net;"));

    private static string With(string network, string inputs) => network.Replace("INPUTS", inputs, StringComparison.Ordinal);
}
