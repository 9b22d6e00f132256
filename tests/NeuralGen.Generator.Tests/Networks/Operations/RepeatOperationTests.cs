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
    }
}
