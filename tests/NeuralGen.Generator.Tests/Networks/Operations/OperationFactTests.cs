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
    [InlineData("""{ "type": "top_k", "inputs": ["x"], "count": 1, "axis": 1, "outputs": ["last", "spot"] }""", "0 derivative")]
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
    [InlineData("""{ "type": "expression", "inputs": ["x", "row"], "formula": "x * 2" }""")]
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

    [Fact]
    public void A_branch_needs_its_condition_for_any_result_and_of_each_side_the_same_positions()
    {
        BranchOperation branch = new("which", new([0, 1, 2]), 3);
        Assert.Equal([true], branch.NeededInputs(0, 1, [false, true]));
        Assert.Equal([false], branch.NeededInputs(0, 1, [false, false]));
        Assert.Equal([false, true], branch.NeededInputs(1, 2, [false, true]));
        Assert.Equal([true, false], branch.NeededInputs(2, 2, [true, false]));
    }

    [Fact]
    public void A_row_of_zeros_and_a_one_needs_its_position()
    {
        Network network = InterpreterTests.Bind("""{ "inputs": [ { "shape": [3], "type": "long" } ], "layers": [ { "type": "one_hot", "count": 2 } ] }""");
        Assert.Equal([false, true, true], network.Operations[^1].NeededInputs(0, 3, [false, false, true, false, false, true]));
    }

    /// <summary>Beyond 2 to the power of 53, not every whole number is one of double precision.</summary>
    [Theory]
    [InlineData(true, 1, -3)]
    [InlineData(true, 1L << 53, -(1L << 53))]
    [InlineData(false, 1, (1L << 53) + 1)]
    [InlineData(false, -(1L << 53) - 1, 5)]
    public void Constants_say_whether_double_precision_has_them(bool isExact, long first, long second)
    {
        Assert.Equal(isExact, new ConstantOperation("c", 0, Compiler.Values.ElementType.Long, null, new([first, second])).IsExact);
        Compiler.Networks.Numbers.NetworkNumbers floats = new Compiler.Networks.Numbers.NumberIds().Add(new([1e300, 0.5]));
        ConstantOperation constant = new("c", 0, Compiler.Values.ElementType.Float, floats, default);
        Assert.True(constant.IsExact);
        Assert.Equal([floats], constant.Numbers);
    }

    [Fact]
    public void A_normalisation_computes_with_four_kinds_of_numbers()
    {
        Network network = InterpreterTests.Bind("""
            { "inputs": [ { "shape": [2] } ], "layers": [ { "type": "batch_normalization", "gamma": [1, 2], "beta": [3, 4], "mean": [5, 6], "variance": [7, 8] } ] }
            """);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], network.Operations.Single().Numbers.SelectMany(numbers => numbers.ToArray()));
    }

    [Fact]
    public void A_product_and_a_sum_are_as_much_work_as_there_are_values()
    {
        Compiler.Networks.Numbers.NumberIds ids = new();
        Compiler.Networks.Numbers.NetworkNumbers Three() => ids.Add(new([1, 2, 3]));
        AffineOperation affine = new("a", new([0]), 1, Three(), Three(), Three());
        Assert.Equal(3, affine.MultiplyAdds);
        Assert.Equal(12, (affine with { Channels = Compiler.Values.ChannelMap.Along(Compiler.Values.Shape.Of(3, 4), 0) }).MultiplyAdds);
    }

    [Theory]
    [InlineData("int", "Sum Mean Max Min Product L1 SumOfSquares")]
    [InlineData("bool", "Max Min")]
    public void Whole_numbers_and_truth_values_have_reductions(string type, string expected)
    {
        Compiler.Values.ElementType element = type == "bool" ? Compiler.Values.ElementType.Bool : Compiler.Values.ElementType.Int;
        Assert.Equal(
            expected.Split(' ').Order(StringComparer.Ordinal),
            Enum.GetValues<Compiler.Networks.Operations.Reduction>().Where(reduction => WholeReduceOperation.IsPossible(reduction, element)).Select(reduction => reduction.ToString()).Order(StringComparer.Ordinal));
    }
}
