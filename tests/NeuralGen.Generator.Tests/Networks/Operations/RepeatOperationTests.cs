using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>Rounds that go on from the one before, against those written down by hand.</summary>
public class RepeatOperationTests
{
    [Theory]
    [InlineData(false, new double[] { 64, -9 }, new double[] { 11, 1, 32, 1, 64, 9 })]
    [InlineData(true, new double[] { 32, -1 }, new double[] { 11, 1, 32, 1, 0, 0 })]
    public void States_entries_and_numbers_go_into_each_round(bool hasCondition, double[] last, double[] all)
    {
        // The state, an entry, what is the same in all rounds, and the number of the round: state + share * entry + number.
        Network network = InterpreterTests.Bind($$"""
            { "inputs": [ { "name": "start", "shape": [2] }, { "name": "values", "shape": [3, 2] }, { "name": "share", "shape": [2] } ], "precision": "double",
              "layers": [ { "type": "repeat", "name": "rounds", "inputs": ["start", "values", "share"], "count": 3, "states": 1, "sequences": 1, {{(hasCondition ? "\"condition\": true," : "")}} "outputs": ["last", "all"],
                "body": { "inputs": [ { "name": "x", "shape": [2] }, { "name": "value", "shape": [2] }, { "name": "share", "shape": [2] }, { "name": "round", "shape": [1], "type": "long" } ],
                  "layers": [
                    { "type": "cast", "name": "number", "inputs": ["round"], "to": "float" },
                    { "type": "expression", "name": "next", "inputs": ["x", "value", "share", "number"], "formula": "x + share * value + number" },
                    { "type": "activation", "name": "shown", "inputs": ["next"], "activation": { "type": "leaky_relu", "alpha": -1 } }
                    {{(hasCondition ? """, { "type": "reduce", "name": "sum", "inputs": ["next"], "operation": "sum" }, { "type": "expression", "name": "goes_on", "inputs": ["sum"], "formula": "sum < 30", "element_type": "bool" }""" : "")}} ],
                  "outputs": [ { "name": "next" }, { "name": "shown" } {{(hasCondition ? """, { "name": "goes_on", "type": "bool" }""" : "")}} ] } } ],
              "outputs": [ { "name": "last", "shape": [2] }, { "name": "all", "shape": [3, 2] } ] }
            """);
        double[][] inputs = [[1, 2], [10, 1, 20, 3, 30, 10], [1, -1]];
        double[][] tensors = Interpreter.Evaluate(network, inputs);
        Assert.Equal(last, tensors[network.OutputTensors[0]]);
        Assert.Equal(all, tensors[network.OutputTensors[1]]);

        RepeatOperation repeat = network.Operations.OfType<RepeatOperation>().Single();
        Assert.True(repeat.HasNumber);
        Assert.Equal(1, repeat.Collected);
        Assert.False(repeat.HasStatements || repeat.IsDifferentiable);
        Assert.Equal(tensors[repeat.Output], repeat.Evaluate([.. repeat.Inputs.Select(input => tensors[input])], new Rounding(Compiler.Values.Precision.Single)));
    }

    [Fact]
    public void Work_is_that_of_all_rounds()
    {
        Network network = InterpreterTests.Bind("""
            { "inputs": [ { "name": "start", "shape": [2] } ],
              "layers": [ { "type": "repeat", "name": "rounds", "inputs": ["start"], "count": 5, "states": 1, "outputs": ["last"],
                "body": { "inputs": [ { "name": "x", "shape": [2] } ],
                  "layers": [
                    { "type": "dense", "name": "d", "weights": [[0.5, 1], [1, 0.25]], "bias": [1, 2] },
                    { "type": "expression", "name": "next", "formula": "d * d + 1" } ],
                  "outputs": [ { "name": "next" } ] } } ],
              "outputs": [ { "name": "last", "shape": [2] } ] }
            """);
        RepeatOperation repeat = network.Operations.OfType<RepeatOperation>().Single();
        Assert.Equal(5 * 4, repeat.MultiplyAdds);

        // Four products beside two values, and five terms for each of two values.
        Assert.Equal(5 * (4 + 2 + (5 * 2)), repeat.UnrolledTerms);
        Assert.Equal(6, repeat.Numbers.Sum(numbers => numbers.Count));
        Assert.False(repeat.HasNumber);
    }

    /// <summary>Two states, two results of each round, and on the way a whole number that single precision does not have.</summary>
    [Fact]
    public void Several_states_and_results_lie_one_behind_the_other()
    {
        Network network = InterpreterTests.Bind("""
            { "inputs": [ { "name": "start", "shape": [2] }, { "name": "count", "shape": [1] } ],
              "layers": [ { "type": "repeat", "name": "rounds", "inputs": ["start", "count"], "count": 2, "states": 2, "outputs": ["last", "counted", "doubles", "sums"],
                "body": { "inputs": [ { "name": "x", "shape": [2] }, { "name": "n", "shape": [1] } ],
                  "layers": [
                    { "type": "dense", "name": "turned", "inputs": ["x"], "weights": [[0, 1], [1, 0]] },
                    { "type": "constant", "name": "large", "values": [16777217], "element_type": "int" },
                    { "type": "expression", "name": "more", "inputs": ["n", "large"], "formula": "n + float(large - 16777215)" },
                    { "type": "dense", "name": "double", "inputs": ["x"], "weights": [[2, 0], [0, 2]] },
                    { "type": "dense", "name": "sum", "inputs": ["x"], "weights": [[1, 1]] } ],
                  "outputs": [ { "name": "turned" }, { "name": "more" }, { "name": "double" }, { "name": "sum" } ] } } ],
              "outputs": [ { "name": "last", "shape": [2] }, { "name": "counted", "shape": [1] }, { "name": "doubles", "shape": [2, 2] }, { "name": "sums", "shape": [2, 1] } ] }
            """);
        double[][] inputs = [[3, 5], [1]];
        double[][] tensors = Interpreter.Evaluate(network, inputs);
        Assert.Equal([[3, 5], [5], [6, 10, 10, 6], [8, 8]], network.OutputTensors.Select(output => tensors[output]));
        RepeatOperation repeat = network.Operations.OfType<RepeatOperation>().Single();
        Assert.Equal(tensors[repeat.Output], repeat.Evaluate(inputs, new Rounding(Compiler.Values.Precision.Single)));
        Assert.Equal((3, 2), (repeat.StateSize, repeat.Collected));
        Assert.Equal(2 * (4 + 4 + 2), repeat.MultiplyAdds);
        double rounded = repeat.Evaluate([[0.1, 0.2], [1]], new Rounding(Compiler.Values.Precision.Single)).Skip(3).Max();
        Assert.Equal((float)rounded, rounded);
    }
}
