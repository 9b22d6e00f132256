using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>What is computed while building, and what the program has to compute by itself.</summary>
public class ConstantFoldingTests
{
    [Theory]
    [InlineData("[-3, 2]", "g = gather of input")]
    [InlineData("[1, 1, 0]", "g = gather of input")]
    [InlineData("[3]", "g = gather of input, at")]
    [InlineData("[0, -4]", "g = gather of input, at")]
    public void Values_at_known_positions_are_moved_where_all_are_within(string indices, string expected) => After(3, $$"""
        { "type": "constant", "name": "at", "values": {{indices}}, "element_type": "long" },
        { "type": "gather", "name": "g", "inputs": ["input", "at"] }
        """, $"at = constant of \n{expected}\noutput: g", areValuesKnown: !expected.EndsWith("at", StringComparison.Ordinal));

    [Theory]
    [InlineData("[3, 3]", "f = expression input * 3 of input")]
    [InlineData("[3, 4]", "f = expression input * c of input, c")]
    [InlineData("[0, -0.0]", "f = expression input * c of input, c")]
    public void A_number_that_all_values_are_is_written_into_formulas(string values, string expected) => After(2, $$"""
        { "type": "constant", "name": "c", "values": {{values}} },
        { "type": "expression", "name": "f", "formula": "input * c", "inputs": ["input", "c"] }
        """, $"c = constant of \n{expected}\noutput: f");

    [Fact]
    public void What_constants_alone_make_up_is_a_constant_but_weights_are_none() => After(2, """
        { "type": "constant", "name": "c", "values": [1, -2] },
        { "type": "activation", "name": "r", "inputs": ["c"], "activation": "relu" },
        { "type": "dense", "name": "d", "inputs": ["r"], "weights": [[1, 2], [3, 4]] },
        { "type": "dropout", "name": "p", "inputs": ["r"], "rate": 0.5 },
        { "type": "add", "name": "sum", "inputs": ["input", "d", "p"] }
        """, """
        c = constant of 
        r = constant of 
        d = dense [1 2 3 4] of r
        p = dropout of r
        sum = add of input, d, p
        output: sum
        """);

    [Theory]
    [InlineData("[3, -4]", "[2, 5]", "b = constant of ")]
    [InlineData("[3, -4]", "[2, 0]", "b = expression a / c of a, c")]
    [InlineData("[3, 9007199254740993]", "[2, 1]", "b = expression a / c of a, c")]
    public void Whole_numbers_are_computed_while_they_are_exact_and_have_results(string dividends, string divisors, string expected) => Assert.Contains(
        $"{expected}\n",
        NetworkText.Write(ConstantFolding.Run(NetworkText.Read(
            $$"""
            { "type": "constant", "name": "a", "values": {{dividends}}, "element_type": "long" },
            { "type": "constant", "name": "c", "values": {{divisors}}, "element_type": "long" },
            { "type": "expression", "name": "b", "formula": "a / c", "inputs": ["a", "c"] },
            { "type": "expression", "name": "f", "formula": "float(b) * input", "inputs": ["b", "input"] }
            """,
            2))),
        StringComparison.Ordinal);

    /// <summary>C# does not compile a division by a zero that it sees.</summary>
    [Theory]
    [InlineData("[2, 2]", " of input\n")]
    [InlineData("[2, 3]", " of input, c\n")]
    [InlineData("[0, 0]", " of input, c\n")]
    public void A_whole_number_is_written_into_formulas_unless_it_is_a_divisor_of_zero(string values, string end) => Assert.Contains(
        end + "output",
        NetworkText.Write(ConstantFolding.Run(NetworkText.Read(
            $$"""
            { "type": "constant", "name": "c", "values": {{values}}, "element_type": "int" },
            { "type": "expression", "name": "f", "formula": "float(int(input) / c)", "inputs": ["input", "c"] }
            """,
            2))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[[0, 0]]")]
    [InlineData("[[-3, -3]]")]
    [InlineData("[[1, 1], [-1, 0]]")]
    [InlineData("[[2, 1], [1, 0]]")]
    public void Updates_beside_each_other_are_moved_together(string indices) => After(6, $$"""
        { "type": "reshape", "name": "rows", "shape": [3, 2] },
        { "type": "constant", "name": "at", "values": {{indices}}, "element_type": "long" },
        { "type": "constant", "name": "more", "values": [{{(indices.Contains("], [", StringComparison.Ordinal) ? "[7, 8], [9, 10]" : "[7, 8]")}}] },
        { "type": "scatter", "name": "s", "inputs": ["rows", "at", "more"] }
        """, "rows = reshape of input\nat = constant of \nmore = constant of \ns = scatter of rows, more\noutput: s");

    /// <summary>Each value behind one that stays is a box of its own; more than 64 are left to the program.</summary>
    [Theory]
    [InlineData(32, "s = scatter of rows, more")]
    [InlineData(33, "s = scatter of rows, at, more")]
    public void Updates_that_lie_far_apart_are_left_to_the_program(int updates, string expected) => After(2 * updates, $$"""
        { "type": "reshape", "name": "rows", "shape": [{{2 * updates}}, 1] },
        { "type": "constant", "name": "at", "values": [{{string.Join(", ", Enumerable.Range(0, updates).Select(i => $"[{2 * i}]"))}}], "element_type": "long" },
        { "type": "constant", "name": "more", "values": [{{string.Join(", ", Enumerable.Range(0, updates).Select(i => $"[{100 - i}]"))}}] },
        { "type": "scatter", "name": "s", "inputs": ["rows", "at", "more"] }
        """, $"rows = reshape of input\nat = constant of \nmore = constant of \n{expected}\noutput: s");

    private static void After(int inputs, string layers, string expected, bool areValuesKnown = true)
    {
        Network network = NetworkText.Read(layers, inputs);
        Network changed = ConstantFolding.Run(network);
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", NetworkText.Write(changed));
        if (areValuesKnown)
        {
            double[] input = [.. Enumerable.Range(0, inputs).Select(i => 1.5 - (i * 0.25))];
            Assert.Equal(Interpreter.Predict(network, input), Interpreter.Predict(changed, input));
        }
    }
}
