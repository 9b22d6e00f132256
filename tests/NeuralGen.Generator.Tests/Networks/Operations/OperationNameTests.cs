using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>The words for operations, and the names of the numbers that training changes.</summary>
public class OperationNameTests
{
    [Theory]
    [InlineData("""{ "type": "conv1d", "name": "last", "weights": [[[1], [2]]], "bias": [1] }""", "convolution", "weights bias")]
    [InlineData("""{ "type": "conv1d", "name": "last", "weights": [[[1], [2]]] }""", "convolution", "weights")]
    [InlineData("""{ "type": "conv_transpose1d", "name": "last", "weights": [[[1]], [[2]]] }""", "transposed_convolution", "weights")]
    [InlineData("""{ "type": "dense", "name": "last", "weights": [[1, 2, 3]], "bias": [1] }""", "dense", "weights bias")]
    [InlineData("""{ "type": "dense", "name": "last", "inputs": ["list"], "weights": [[1, 2, 3, 4]], "bias": [1] }""", "dense", "weights bias")]
    [InlineData("""{ "type": "dense", "name": "last", "inputs": ["list"], "weights": [[1, 2, 3, 4]] }""", "dense", "weights")]
    [InlineData("""{ "type": "max_pool1d", "name": "last", "kernel": 2 }""", "max_pool", "")]
    [InlineData("""{ "type": "average_pool1d", "name": "last", "kernel": 2 }""", "average_pool", "")]
    [InlineData("""{ "type": "group_normalization", "name": "last", "groups": 2, "gamma": [1, 2], "beta": [3, 4] }""", "group_normalization", "gamma beta")]
    [InlineData("""{ "type": "group_normalization", "name": "last", "groups": 2, "affine": false }""", "group_normalization", "")]
    [InlineData("""{ "type": "rnn", "name": "last", "units": 1, "weights": [[1, 2, 3]], "recurrent_weights": [[1]], "bias": [1] }""", "rnn", "weights recurrent_weights bias")]
    [InlineData("""{ "type": "gru", "name": "last", "units": 1, "weights": [[1, 2, 3], [1, 2, 3], [1, 2, 3]], "recurrent_weights": [[1], [2], [3]], "bias": [1, 2, 3], "recurrent_bias": [4, 5, 6] }""", "gru", "weights recurrent_weights bias recurrent_bias")]
    [InlineData("""{ "type": "lstm", "name": "last", "units": 1, "weights": [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]], "recurrent_weights": [[1], [2], [3], [4]], "peepholes": [1, 2, 3] }""", "lstm", "weights recurrent_weights peepholes")]
    [InlineData("""{ "type": "embedding", "name": "last", "inputs": ["at"], "weights": [[1, 2], [3, 4]] }""", "embedding", "weights")]
    [InlineData("""{ "type": "gather", "name": "last", "inputs": ["list", "at"], "axis": 0 }""", "gather", "")]
    [InlineData("""{ "type": "normalization", "name": "last", "inputs": ["list"], "mean": [1, 2, 3, 4], "scale": [1, 2, 3, 4] }""", "normalization", "")]
    [InlineData("""{ "type": "arg_max", "name": "last", "axis": 1 }""", "arg_max", "")]
    [InlineData("""{ "type": "arg_min", "name": "last", "axis": 1 }""", "arg_min", "")]
    public void A_layer_has_a_word_and_names_its_numbers(string layer, string kind, string parameters)
    {
        Network network = InterpreterTests.Bind($$"""{ "inputs": [ { "name": "rows", "shape": [2, 3] }, { "name": "list", "shape": [4] }, { "name": "at", "shape": [2], "type": "long" } ], "layers": [ {{(layer.Contains("inputs", StringComparison.Ordinal) ? layer : layer.Replace("\"last\"", "\"last\", \"inputs\": [\"rows\"]", StringComparison.Ordinal))}} ] }""");
        Assert.Contains(network.Operations, operation => operation.Kind == kind);
        Assert.Equal(parameters, string.Join(" ", network.Parameters.Select(parameter => parameter.Name)));
        Assert.All(network.Parameters, parameter => Assert.Equal("last", parameter.Layer));
        Assert.True(network.IsDeclared);
    }

    [Theory]
    [InlineData("arg_max", false, ">")]
    [InlineData("arg_max", true, ">=")]
    [InlineData("arg_min", false, "<")]
    [InlineData("arg_min", true, "<=")]
    public void A_value_is_better_by_a_comparison(string type, bool isLast, string comparison)
    {
        string last = isLast ? ", \"last\": true" : "";
        Network network = InterpreterTests.Bind($$"""{ "inputs": [ { "shape": [3] } ], "layers": [ { "type": "{{type}}", "axis": 0 {{last}} } ] }""");
        Assert.Equal(comparison, network.Operations.OfType<ArgReduceOperation>().Single().Comparison);
    }

    [Theory]
    [InlineData("""{ "type": "conv1d", "name": "last", "units": 2, "kernel": 1 }""")]
    [InlineData("""{ "type": "dense", "name": "last", "units": 2 }""")]
    public void Weights_that_training_begins_with_are_not_declared(string layer) => Assert.False(
        InterpreterTests.Bind($$"""{ "inputs": [ { "shape": [2, 3] } ], "trainable": true, "layers": [ {{layer}} ] }""").IsDeclared);
}
