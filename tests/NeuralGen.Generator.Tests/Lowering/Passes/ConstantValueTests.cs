using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>The values and types of what is computed from constants while building.</summary>
public class ConstantValueTests
{
    [Theory]
    [InlineData("single", (double)(0.1f * 0.1f))]
    [InlineData("double", 0.1 * 0.1)]
    public void Results_are_rounded_as_the_program_rounds_them(string precision, double expected)
    {
        ConstantOperation? result = Find("""
            { "type": "constant", "name": "a", "values": [0.1, 0.1] },
            { "type": "expression", "name": "b", "formula": "a * a", "inputs": ["a"] },
            { "type": "add", "name": "sum", "inputs": ["input", "b"] }
            """, $""" "precision": "{precision}", """);
        Assert.NotNull(result);
        Assert.Equal([expected, expected], result.Floats!.ToArray());
    }

    [Theory]
    [InlineData("long", "a * 3", "Long", -9, 15)]
    [InlineData("int", "a * 3", "Int", -9, 15)]
    [InlineData("sbyte", "a / 2", "SByte", -1, 2)]
    [InlineData("long", "a > 0", "Bool", 0, 1)]
    public void Whole_numbers_keep_their_type(string type, string formula, string expected, long first, long second)
    {
        ConstantOperation? result = Find($$"""
            { "type": "constant", "name": "a", "values": [-3, 5], "element_type": "{{type}}" },
            { "type": "expression", "name": "b", "formula": "{{formula}}", "inputs": ["a"] },
            { "type": "expression", "name": "sum", "inputs": ["input", "b"], "formula": "{{(expected == "Bool" ? "b ? input : 1" : "input + float(b)")}}" }
            """);
        Assert.NotNull(result);
        Assert.Null(result.Floats);
        Assert.Equal(expected, result.Type.ToString());
        Assert.Equal([first, second], result.Wholes);
    }

    /// <summary>Beyond 2⁵³ numbers in double precision have gaps, and the program computes with all bits.</summary>
    [Theory]
    [InlineData("a + 0", 9007199254740991)]
    [InlineData("a + 1", null)]
    [InlineData("0 - a", -9007199254740991)]
    [InlineData("-1 - a", null)]
    public void Results_that_may_not_be_exact_are_left_to_the_program(string formula, long? expected)
    {
        ConstantOperation? result = Find($$"""
            { "type": "constant", "name": "a", "values": [9007199254740991, 9007199254740991], "element_type": "long" },
            { "type": "expression", "name": "b", "formula": "{{formula}}", "inputs": ["a"] },
            { "type": "expression", "name": "sum", "inputs": ["input", "b"], "formula": "input + float(b)" }
            """);
        Assert.Equal(expected, result?.Wholes[0]);
    }

    [Theory]
    [InlineData("[1, 2, 0]", 2)]
    [InlineData("[2, 1, 0]", 1)]
    [InlineData("[0, 2, 1, 0]", 2)]
    public void Values_at_one_distance_are_gathered_together(string indices, int boxes) =>
        Assert.Equal(boxes, Boxes(3, $$"""
            { "type": "constant", "name": "at", "values": {{indices}}, "element_type": "long" },
            { "type": "gather", "name": "g", "inputs": ["input", "at"] }
            """));

    [Theory]
    [InlineData("[[0, 0]]", "[[7, 8]]", 2)]
    [InlineData("[[-2, -2]]", "[[7, 8]]", 3)]
    [InlineData("[[1, 1], [-1, 0]]", "[[7, 8], [9, 10]]", 4)]
    [InlineData("[[2, 1], [1, 0]]", "[[7, 8], [9, 10]]", 6)]
    public void Neighbours_are_moved_together_where_they_were_neighbours(string indices, string updates, int boxes) =>
        Assert.Equal(boxes, Boxes(6, $$"""
            { "type": "reshape", "name": "rows", "shape": [3, 2] },
            { "type": "constant", "name": "at", "values": {{indices}}, "element_type": "long" },
            { "type": "constant", "name": "more", "values": {{updates}} },
            { "type": "scatter", "name": "s", "inputs": ["rows", "at", "more"] }
            """));

    /// <summary>C# does not compile a division by what it sees to be zero.</summary>
    [Theory]
    [InlineData("int(input) / (c * int(input))", "[0, 0]", true)]
    [InlineData("int(input) / (4 / c)", "[2, 2]", true)]
    [InlineData("int(input) / (4 / c)", "[5, 5]", false)]
    [InlineData("int(input) / (4 / c)", "[0, 0]", false)]
    [InlineData("int(input) % c", "[0, 0]", false)]
    [InlineData("int(input) % c", "[3, 3]", true)]
    [InlineData("1 + int(input) / c", "[0, 0]", false)]
    [InlineData("int(input) / float(c)", "[0, 0]", true)]
    [InlineData("int(input) * c", "[0, 0]", true)]
    public void A_number_is_written_where_the_divisor_is_not_plainly_zero(string formula, string values, bool isWritten)
    {
        Network network = ConstantFolding.Run(NetworkText.Read($$"""
            { "type": "constant", "name": "c", "values": {{values}}, "element_type": "int" },
            { "type": "expression", "name": "f", "formula": "float({{formula.Replace("int(input) / float", "input / float", StringComparison.Ordinal)}})", "inputs": ["input", "c"] }
            """, 2));
        Assert.EndsWith(isWritten ? " of input\noutput: f\n" : " of input, c\noutput: f\n", NetworkText.Write(network), StringComparison.Ordinal);
    }

    private static int Boxes(int inputs, string layers)
    {
        Network network = NetworkText.Read(layers, inputs);
        Network changed = ConstantFolding.Run(network);
        PassCheck.AreSame(network, changed);
        return Assert.IsType<MoveOperation>(changed.Operations[^1]).Map.Boxes.Count;
    }

    /// <summary>The constant that layer b has become; null where it has not.</summary>
    private static ConstantOperation? Find(string layers, string settings = "") =>
        ConstantFolding.Run(NetworkText.Read(layers, 2, settings)).Operations.Single(operation => operation.Layer == "b") as ConstantOperation;
}
