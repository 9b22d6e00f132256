using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Branches of which both sides are computed.</summary>
public class BranchSelectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_side_that_the_condition_names_is_chosen_value_by_value(double condition)
    {
        Network network = InterpreterTests.Bind("""
            { "inputs": [ { "name": "x", "shape": [3] }, { "name": "a", "shape": [], "type": "bool" } ], "layers": [
                { "type": "activation", "name": "one", "inputs": ["x"], "activation": "tanh" },
                { "type": "expression", "name": "two", "inputs": ["x"], "formula": "2 * x" },
                { "type": "branch", "name": "y", "inputs": ["a", "one", "two"] } ] }
            """);
        Network changed = BranchSelection.Run(network);
        Assert.Equal("one = tanh of x\ntwo = expression 2 * x of x\ny = expression a ? one : two of a, one, two\noutput: y\n", NetworkText.Write(changed));
        double[][] inputs = [[0.5, -1, 2], [condition]];
        double[] expected = condition == 0 ? [1, -2, 4] : [Math.Tanh(0.5), Math.Tanh(-1), Math.Tanh(2)];
        Assert.Equal(expected, Interpreter.Evaluate(changed, inputs)[changed.OutputTensor]);
    }

    [Fact]
    public void A_choice_of_whole_numbers_is_one()
    {
        Network network = BranchSelection.Run(InterpreterTests.Bind("""
            { "inputs": [ { "name": "x", "shape": [2], "type": "long" }, { "name": "z", "shape": [2], "type": "long" }, { "name": "a", "shape": [], "type": "bool" } ], "layers": [
                { "type": "branch", "name": "y", "inputs": ["a", "x", "z"] } ], "outputs": [ { "name": "y", "shape": [2], "type": "long" } ] }
            """));
        Assert.Equal(Compiler.Values.ElementType.Long, Assert.IsType<MapOperation>(Assert.Single(network.Operations)).Formula.Type);
    }
}
