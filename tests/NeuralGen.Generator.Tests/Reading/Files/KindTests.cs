using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Reading.Files;

/// <summary>Values of a wrong kind.</summary>
public class KindTests
{
    [Fact]
    public void Null_is_a_mistake_wherever_it_stands() => Diagnose
        .File("""
            {
              "$schema": {|NEURAL0303:null|}, "name": {|NEURAL0303:null|}, "namespace": {|NEURAL0303:null|},
              "precision": {|NEURAL0303:null|}, "trainable": {|NEURAL0303:null|}, "emission": {|NEURAL0303:null|}, "seed": {|NEURAL0303:null|},
              "inputs": {|NEURAL0303:null|}, "outputs": {|NEURAL0303:null|}, "labels": {|NEURAL0303:null|}, "loss": {|NEURAL0303:null|},
              "layers": {|NEURAL0303:null|}, "tests": {|NEURAL0303:null|}, "hidden_activation": {|NEURAL0303:null|},
              "weights": {|NEURAL0303:null|}, "biases": {|NEURAL0303:null|}
            }
            """)
        .Reports(
            "'$schema' must be a string, not null",
            "'name' must be a string, not null",
            "'namespace' must be a string, not null",
            "'precision' must be a string, not null",
            "'trainable' must be true or false, not null",
            "'emission' must be a string, not null",
            "'seed' must be a whole number, not null",
            "'inputs' must be a number or an array of names, not null",
            "'outputs' must be an array of strings, not null",
            "'labels' must be an array of labels, not null",
            "'loss' must be the name of a loss or an object with its 'type', not null",
            "'layers' must be an array of layers, not null",
            "'tests' must be an array of tests, not null",
            "'hidden_activation' must be the name of an activation or an object with its 'type', not null",
            "'weights' must be an object with an array of weights per node, not null",
            "'biases' must be an object with a number per node, not null");

    [Fact]
    public void Null_is_a_mistake_in_layers() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                {|NEURAL0303:null|},
                { "type": {|NEURAL0303:null|} },
                {
                  "type": "dense", "name": {|NEURAL0303:null|}, "inputs": {|NEURAL0303:null|}, "units": {|NEURAL0303:null|},
                  "weights": {|NEURAL0303:null|}, "bias": {|NEURAL0303:null|}, "use_bias": {|NEURAL0303:null|}, "activation": {|NEURAL0303:null|}
                },
                { "type": "dense", "weights": [{|NEURAL0303:null|}, [1, {|NEURAL0303:null|}]], "bias": [{|NEURAL0303:null|}] },
                { "type": "dropout", "rate": {|NEURAL0303:null|} }
              ]
            }
            """)
        .Reports(
            "'layers[0]' must be an object, not null",
            "'layers[1].type' must be a string, not null",
            "'layers[2].name' must be a string, not null",
            "'layers[2].inputs' must be an array of strings, not null",
            "'layers[2].units' must be a whole number, not null",
            "'layers[2].weights' must be an array of rows, not null",
            "'layers[2].bias' must be an array of numbers, not null",
            "'layers[2].use_bias' must be true or false, not null",
            "'layers[2].activation' must be the name of an activation or an object with its 'type', not null",
            "'layers[3].weights[0]' must be an array of numbers, not null",
            "'layers[3].weights[1][1]' must be a number, not null",
            "'layers[3].bias[0]' must be a number, not null",
            "'layers[4].rate' must be a number, not null");

    [Theory]
    [InlineData("[1, 2]", "an array of 2")]
    [InlineData("\"net\"", "the string \"net\"")]
    [InlineData("3.50", "the number 3.50")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    public void A_file_that_holds_no_object_is_reported(string text, string found) => Diagnose
        .File($"{{|NEURAL0303:{text}|}}")
        .Reports($"A network must be an object, not {found}");

    [Theory]
    [InlineData("1.5", "a whole number, not the number 1.5")]
    [InlineData("99999999999", "a whole number of at most 2147483647, not the number 99999999999")]
    [InlineData("NaN", "a whole number, not the number NaN")]
    [InlineData("1e999", "a whole number, not the number 1e999")]
    [InlineData("\"2\"", "a number or an array of names, not the string \"2\"")]
    [InlineData("{ }", "a number or an array of names, not an object")]
    public void A_number_of_inputs_that_is_no_whole_number_is_reported(string inputs, string message) => Diagnose
        .File($$"""{ "inputs": {|NEURAL0303:{{inputs}}|}, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
        .Reports($"'inputs' must be {message}");

    [Fact]
    public void Values_of_other_kinds_are_reported() => Diagnose
        .File("""
            {
              "inputs": ["a", {|NEURAL0303:2|}], "outputs": {|NEURAL0303:1|}, "seed": {|NEURAL0303:"1"|}, "trainable": {|NEURAL0303:"false"|},
              "loss": {|NEURAL0303:["huber"]|},
              "layers": [
                { "type": "dense", "weights": [{|NEURAL0303:1|}, {|NEURAL0303:2|}], "bias": {|NEURAL0303:0|}, "use_bias": {|NEURAL0303:1|} },
                { "type": "dense", "weights": [[{|NEURAL0303:"1"|}, {|NEURAL0303:[2]|}]], "activation": {|NEURAL0303:[]|} },
                { "type": "add", "inputs": {|NEURAL0303:"input"|} }
              ]
            }
            """)
        .Reports(
            "'inputs[1]' must be a string, not the number 2",
            "'outputs' must be an array of strings, not the number 1",
            "'seed' must be a whole number, not the string \"1\"",
            "'trainable' must be true or false, not the string \"false\"",
            "'loss' must be the name of a loss or an object with its 'type', not an array of 1",
            "'layers[0].weights[0]' must be an array of numbers, not the number 1",
            "'layers[0].weights[1]' must be an array of numbers, not the number 2",
            "'layers[0].bias' must be an array of numbers, not the number 0",
            "'layers[0].use_bias' must be true or false, not the number 1",
            "'layers[1].weights[0][0]' must be a number, not the string \"1\"",
            "'layers[1].weights[0][1]' must be a number, not an array of 1",
            "'layers[1].activation' must be the name of an activation or an object with its 'type', not an array of 0",
            "'layers[2].inputs' must be an array of strings, not the string \"input\"");

    [Fact]
    public void A_long_value_is_cut_in_the_message() => Diagnose
        .File($$"""{ "inputs": {|NEURAL0303:"{{new string('x', 1000)}}"|}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports($"'inputs' must be a number or an array of names, not the string \"{new string('x', 36)}...");

    [Theory]
    [InlineData("""{ "node_0": {|NEURAL0303:5|}, "output": [1] }""", "'weights.node_0' must be an array of numbers, not the number 5")]
    [InlineData("""{|NEURAL0303:[[1, 2]]|}""", "'weights' must be an object with an array of weights per node, not an array of 1")]
    public void Weights_of_nodes_of_other_kinds_are_reported(string weights, string message) => Diagnose
        .File($$"""{ "inputs": 2, "weights": {{weights}} }""")
        .Reports(message);

    [Theory]
    [InlineData("""{ "output": {|NEURAL0303:"1"|} }""", "'biases.output' must be a number, not the string \"1\"")]
    [InlineData("{|NEURAL0303:[1]|}", "'biases' must be an object with a number per node, not an array of 1")]
    public void Biases_of_other_kinds_are_reported(string biases, string message) => Diagnose
        .File($$"""{ "inputs": 2, "weights": { "output": [1, 2] }, "biases": {{biases}} }""")
        .Reports(message);
}
