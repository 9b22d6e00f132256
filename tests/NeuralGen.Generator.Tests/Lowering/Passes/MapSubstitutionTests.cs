using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Formulas that become parts of those that read them.</summary>
public class MapSubstitutionTests
{
    // The reader has 61 terms, and one formula of 64 is the longest.
    private static readonly string Reader = "a" + string.Concat(Enumerable.Repeat(" + 1", 30));

    [Theory]
    [InlineData("2 * x", true)]
    [InlineData("-(2 * x)", false)]
    public void The_longest_formula_has_64_terms(string formula, bool isMoved) => PassCheck.Run(MapSubstitution.Run, 2, $$"""
        { "type": "expression", "name": "a", "inputs": ["input"], "formula": "{{formula.Replace("x", "input", StringComparison.Ordinal)}}" },
        { "type": "expression", "name": "b", "inputs": ["a"], "formula": "{{Reader}}" }
        """, isMoved
            ? $"b = expression {Reader.Replace("a", "2 * input", StringComparison.Ordinal)} of input\noutput: b"
            : $"a = expression {formula.Replace("x", "input", StringComparison.Ordinal)} of input\nb = expression {Reader} of a\noutput: b");

    [Fact]
    public void Both_sides_of_a_formula_may_be_formulas_and_read_the_same() => PassCheck.Run(MapSubstitution.Run, 2, """
        { "type": "activation", "name": "x", "activation": "tanh" },
        { "type": "expression", "name": "a", "inputs": ["input", "x"], "formula": "input * x" },
        { "type": "expression", "name": "b", "inputs": ["x"], "formula": "1 - x" },
        { "type": "expression", "name": "c", "inputs": ["b", "a", "input"], "formula": "b / (a + input)" }
        """, """
        x = tanh of input
        c = expression (1 - x) / (input * x + input) of x, input
        output: c
        """);

    [Fact]
    public void The_sum_of_two_formulas_is_one() => PassCheck.Run(MapSubstitution.Run, 2, """
        { "type": "expression", "name": "a", "inputs": ["input"], "formula": "input * input" },
        { "type": "expression", "name": "b", "inputs": ["input"], "formula": "1 - input" },
        { "type": "add", "name": "c", "inputs": ["a", "b"] }
        """, """
        c = expression input * input + (1 - input) of input
        output: c
        """);

    // A kernel adds the other operand to its results.
    [Fact]
    public void The_sum_of_a_formula_and_something_else_stays() => PassCheck.Run(MapSubstitution.Run, 2, """
        { "type": "expression", "name": "a", "inputs": ["input"], "formula": "input * input" },
        { "type": "activation", "name": "b", "inputs": ["input"], "activation": "tanh" },
        { "type": "add", "name": "c", "inputs": ["a", "b"] },
        { "type": "expression", "name": "d", "inputs": ["c"], "formula": "c * 2" }
        """, """
        a = expression input * input of input
        b = tanh of input
        c = add of a, b
        d = expression c * 2 of c
        output: d
        """);

    [Fact]
    public void The_layers_that_a_formula_is_made_of_are_named() => Assert.Equal(
        ["a", "b"],
        ((MapOperation)PassCheck.Run(MapSubstitution.Run, 2, """
            { "type": "expression", "name": "a", "formula": "input * 2" },
            { "type": "expression", "name": "b", "formula": "a + 1" },
            { "type": "expression", "name": "c", "formula": "b / 3" }
            """, "c = expression (input * 2 + 1) / 3 of input\noutput: c").Operations[0]).FoldedLayers);

    [Fact]
    public void A_formula_that_reads_nothing_stays() => PassCheck.Run(MapSubstitution.Run, 2, """
        { "type": "expression", "name": "a", "inputs": ["input"], "formula": "3" },
        { "type": "expression", "name": "b", "inputs": ["a", "input"], "formula": "a + input" }
        """, "a = expression 3 of input\nb = expression a + input of a, input\noutput: b");

    [Fact]
    public void A_single_formula_stays_as_it_is() => PassCheck.Run(MapSubstitution.Run, 2, """
        { "type": "activation", "name": "a", "activation": "tanh" },
        { "type": "expression", "name": "b", "formula": "a + 1" }
        """, "a = tanh of input\nb = expression a + 1 of a\noutput: b");

    [Fact]
    public void A_formula_that_is_an_output_stays()
    {
        Compiler.Networks.Network network = InterpreterNetwork("""
            { "type": "expression", "name": "a", "inputs": ["input"], "formula": "input * 2" },
            { "type": "expression", "name": "b", "inputs": ["a"], "formula": "a + 1" }
            """);
        Assert.Equal(2, MapSubstitution.Run(network).Operations.Count);
    }

    [Fact]
    public void Conditions_go_into_all_formulas_that_read_them() => PassCheck.Run(MapSubstitution.RunConditions, 2, """
        { "type": "cast", "name": "w", "to": "int" },
        { "type": "expression", "name": "c", "formula": "w > 0" },
        { "type": "expression", "name": "a", "inputs": ["c", "input"], "formula": "c ? input : 1" },
        { "type": "expression", "name": "b", "inputs": ["c", "a"], "formula": "c ? a : -a" },
        { "type": "expression", "name": "d", "inputs": ["b", "a"], "formula": "b * a" }
        """, """
        w = expression int(input) of input
        c = expression int(input) > 0 of input
        a = expression int(input) > 0 ? input : 1 of input
        b = expression int(input) > 0 ? a : -a of input, a
        d = expression b * a of b, a
        output: d
        """);

    [Fact]
    public void Casts_between_formulas_are_parts_of_them() => PassCheck.Run(MapSubstitution.RunConditions, 2, """
        { "type": "cast", "name": "w", "to": "int" },
        { "type": "expression", "name": "t", "formula": "w * 2" },
        { "type": "cast", "name": "f", "to": "float" },
        { "type": "expression", "name": "last", "inputs": ["f", "input"], "formula": "f * input" }
        """, """
        w = expression int(input) of input
        t = expression int(input) * 2 of input
        f = expression float(int(input) * 2) of input
        last = expression f * input of f, input
        output: last
        """);

    [Fact]
    public void A_cast_of_what_is_no_formula_stays() => PassCheck.Run(MapSubstitution.RunConditions, 2, """
        { "type": "arg_max", "name": "best", "axis": 0, "keep_dimensions": true },
        { "type": "cast", "name": "f", "to": "float" },
        { "type": "expression", "name": "last", "inputs": ["f", "input"], "formula": "f * input" }
        """, """
        best = arg_max of input
        f = cast of best
        last = expression f * input of f, input
        output: last
        """);

    [Fact]
    public void A_condition_that_is_met_again_and_again_stays() => PassCheck.Run(MapSubstitution.RunConditions, 2, """
        { "type": "reduce", "name": "m", "operation": "max", "axes": [0], "keep_dimensions": true },
        { "type": "cast", "name": "w", "to": "int" },
        { "type": "expression", "name": "c", "formula": "w > 1" },
        { "type": "expression", "name": "last", "inputs": ["c", "input"], "formula": "c ? input : -1" }
        """, """
        m = reduce of input
        w = expression int(m) of m
        c = expression int(m) > 1 of m
        last = expression c ? input : -1 of c, input
        output: last
        """);

    /// <summary>A condition of 4 terms and two more for each sum, which formulas of 8 read once and of 11 twice; 64 terms are the most.</summary>
    [Theory]
    [InlineData(26, "c ? 1 : 0", true)]
    [InlineData(27, "c ? 1 : 0", false)]
    [InlineData(11, "c ? 1 : c ? 2 : 0", true)]
    [InlineData(12, "c ? 1 : c ? 2 : 0", false)]
    public void The_longest_condition_is_counted_as_often_as_it_is_read(int sums, string formula, bool isMoved)
    {
        string condition = $"w{string.Concat(Enumerable.Repeat(" + 1", sums))} > 0";
        Compiler.Networks.Network changed = MapSubstitution.RunConditions(NetworkText.Read($$"""
            { "type": "cast", "name": "w", "to": "int" },
            { "type": "expression", "name": "c", "formula": "{{condition}}" },
            { "type": "expression", "name": "last", "inputs": ["c", "input"], "formula": "{{formula}} + 0 * input" }
            """, 2));
        Assert.Equal(isMoved ? [0] : [2, 0], changed.Operations[^1].Inputs);
    }

    private static Compiler.Networks.Network InterpreterNetwork(string layers) => Tests.Networks.InterpreterTests.Bind(
        $$"""{ "inputs": 2, "layers": [ {{layers}} ], "outputs": [ { "name": "b" }, { "name": "a" } ] }""");
}
