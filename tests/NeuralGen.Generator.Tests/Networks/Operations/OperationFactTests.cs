using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>What code may do with operations: write results over inputs, write a statement per value, and derive.</summary>
public class OperationFactTests
{
    private const string Ports = """
        { "name": "x", "shape": [2, 3] }, { "name": "y", "shape": [2, 3] }, { "name": "row", "shape": [3] }, { "name": "at", "shape": [2], "type": "long" },
        { "name": "places", "shape": [2, 1], "type": "long" }, { "name": "more", "shape": [2, 1] }, { "name": "which", "shape": [], "type": "bool" },
        { "name": "boxes", "shape": [1, 2, 4] }, { "name": "scores", "shape": [1, 1, 2] }, { "name": "wholes", "shape": [2, 3], "type": "int" }
        """;

    /// <summary>Of each input in turn whether results may take its place; then "statements" and "derivative".</summary>
    [Theory]
    [InlineData("""{ "type": "activation", "inputs": ["x"], "activation": "tanh" }""", "1 statements derivative")]
    [InlineData("""{ "type": "activation", "inputs": ["row"], "activation": "softmax" }""", "0 statements derivative")]
    [InlineData("""{ "type": "add", "inputs": ["x", "y"] }""", "11 statements derivative")]
    [InlineData("""{ "type": "normalization", "inputs": ["row"], "mean": [1, 2, 3], "scale": [1, 2, 3] }""", "1 statements derivative")]
    [InlineData("""{ "type": "batch_normalization", "inputs": ["row"], "mean": [1, 2, 3], "variance": [1, 2, 3] }""", "1 statements derivative")]
    [InlineData("""{ "type": "dropout", "inputs": ["x"], "rate": 0.5 }""", "1 statements derivative")]
    [InlineData("""{ "type": "cast", "inputs": ["wholes"], "to": "float" }""", "1 statements derivative")]
    [InlineData("""{ "type": "arg_max", "inputs": ["x"], "axis": 1 }""", "0 statements derivative")]
    [InlineData("""{ "type": "cumulative_sum", "inputs": ["x"], "axis": 1 }""", "0 statements derivative")]
    [InlineData("""{ "type": "concat", "inputs": ["row", "row"] }""", "00 statements derivative")]
    [InlineData("""{ "type": "transpose", "inputs": ["x"], "axes": [1, 0] }""", "0 statements derivative")]
    [InlineData("""{ "type": "expression", "inputs": ["x", "row"], "formula": "x * row" }""", "10 statements derivative")]
    [InlineData("""{ "type": "expression", "inputs": ["wholes"], "formula": "wholes * 2" }""", "1 statements")]
    [InlineData("""{ "type": "gather", "inputs": ["x", "at"], "axis": 0 }""", "00 derivative")]
    [InlineData("""{ "type": "embedding", "inputs": ["at"], "weights": [[1, 2], [3, 4]] }""", "0 derivative")]
    [InlineData("""{ "type": "scatter", "inputs": ["x", "places", "more"], "axis": 0 }""", "000 derivative")]
    [InlineData("""{ "type": "top_k", "inputs": ["x"], "count": 1, "axis": 1, "outputs": ["last", "index"] }""", "0 derivative")]
    [InlineData("""{ "type": "branch", "inputs": ["which", "x", "y"] }""", "011 derivative")]
    [InlineData("""{ "type": "non_max_suppression", "inputs": ["boxes", "scores"], "count": 1, "overlap": 0.5 }""", "00")]
    [InlineData("""{ "type": "pairwise_coupling", "inputs": ["row"], "count": 3 }""", "0")]
    [InlineData("""{ "type": "reduce", "inputs": ["wholes"], "operation": "sum", "axes": [1] }""", "0 statements")]
    [InlineData("""{ "type": "reduce", "inputs": ["x"], "operation": "sum", "axes": [1] }""", "0 statements derivative")]
    [InlineData("""{ "type": "matmul", "inputs": ["wholes", "wholes"], "transpose_right": true }""", "00 statements")]
    [InlineData("""{ "type": "one_hot", "inputs": ["at"], "count": 3 }""", "0 statements derivative")]
    [InlineData("""{ "type": "rnn", "inputs": ["x"], "units": 1, "weights": [[1, 2, 3]], "recurrent_weights": [[1]] }""", "0 derivative")]
    public void A_layer_says_what_code_may_do(string layer, string expected)
    {
        Network network = InterpreterTests.Bind($$"""{ "inputs": [ {{Ports}} ], "layers": [ {{(layer.Contains("outputs", StringComparison.Ordinal) ? layer : layer.Replace("\"type\"", "\"name\": \"last\", \"type\"", StringComparison.Ordinal))}} ], "outputs": [ { "name": "last" } ] }""");
        Operation last = network.Operations.Last(operation => operation is not MoveOperation { Word: "slice" or "reshape" } || network.Operations.Count == 1);
        Assert.Equal(
            expected,
            string.Concat(Enumerable.Range(0, last.Inputs.Count).Select(input => last.IsInPlace(input) ? '1' : '0')) + (last.HasStatements ? " statements" : "") + (last.IsDifferentiable ? " derivative" : ""));
    }

    /// <summary>An input matters where changing it changes a result that does.</summary>
    [Theory]
    [InlineData("""{ "type": "activation", "inputs": ["x"], "activation": "tanh" }""")]
    [InlineData("""{ "type": "activation", "inputs": ["row"], "activation": "softmax" }""")]
    [InlineData("""{ "type": "add", "inputs": ["x", "y"] }""")]
    [InlineData("""{ "type": "arg_max", "inputs": ["x"], "axis": 1 }""")]
    [InlineData("""{ "type": "arg_max", "inputs": ["x"], "axis": 0 }""")]
    [InlineData("""{ "type": "cumulative_sum", "inputs": ["x"], "axis": 1 }""")]
    [InlineData("""{ "type": "cumulative_sum", "inputs": ["x"], "axis": 0, "exclusive": true }""")]
    [InlineData("""{ "type": "cumulative_sum", "inputs": ["x"], "axis": 1, "reverse": true }""")]
    [InlineData("""{ "type": "cumulative_sum", "inputs": ["x"], "axis": 1, "reverse": true, "exclusive": true }""")]
    [InlineData("""{ "type": "concat", "inputs": ["row", "row"] }""")]
    [InlineData("""{ "type": "concat", "inputs": ["x", "y"], "axis": 1 }""")]
    [InlineData("""{ "type": "transpose", "inputs": ["x"], "axes": [1, 0] }""")]
    [InlineData("""{ "type": "slice", "inputs": ["x"], "axis": 1, "start": 1, "end": 2 }""")]
    [InlineData("""{ "type": "expression", "inputs": ["x", "row"], "formula": "x + row" }""")]
    [InlineData("""{ "type": "reduce", "inputs": ["wholes"], "operation": "sum", "axes": [1] }""")]
    [InlineData("""{ "type": "scatter", "inputs": ["x", "places", "more"], "axis": 0, "add": true }""")]
    public void Needed_is_what_changes_a_result(string layer)
    {
        Network network = InterpreterTests.Bind($$"""{ "inputs": [ {{Ports}} ], "layers": [ {{layer.Replace("\"type\"", "\"name\": \"last\", \"type\"", StringComparison.Ordinal)}} ] }""");
        Operation last = network.Operations[^1];
        double[][] inputs = [.. last.Inputs.Select((input, i) => Enumerable.Range(0, network.Tensors[input].Size).Select(j => network.Tensors[input].Name == "places" ? j : (j * (i + 2) % 5) - 1.0).ToArray())];
        double[] output = last.Evaluate(inputs);
        Random random = new(4);
        for (int round = 0; round < 20; round++)
        {
            bool[] needed = [.. output.Select(_ => random.Next(3) == 0)];
            bool isRough = last is ScatterOperation or ActivationOperation { Function: Compiler.Networks.Functions.SoftmaxFunction };
            for (int input = 0; input < inputs.Length; input++)
            {
                if (network.Tensors[last.Inputs[input]].Name == "places")
                {
                    continue;
                }

                bool[] marks = last.NeededInputs(input, inputs[input].Length, needed);
                Assert.Equal(inputs[input].Length, marks.Length);
                for (int i = 0; i < marks.Length; i++)
                {
                    bool changes = new[] { 50.0, -50 }.Any(value =>
                    {
                        double[][] changed = [.. inputs.Select(values => (double[])values.Clone())];
                        changed[input][i] = value;
                        return last.Evaluate(changed).Where((result, place) => needed[place] && result != output[place]).Any();
                    });

                    // Some ask for all where any matters.
                    Assert.Equal(isRough ? needed.Contains(true) : changes, marks[i]);
                }
            }
        }
    }
}
