using NeuralGen.Compiler.Lowering.Passes;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Formulas that are activations or sums, of which only the first operation of many stays.</summary>
public class FormulaRecognitionPassTests
{
    [Theory]
    [InlineData("x * sigmoid(x)", "silu")]
    [InlineData("min(6, max(x, 0))", "relu6")]
    [InlineData("x * tanh(log(1 + exp(x)))", "mish")]
    [InlineData("x + x", null)]
    [InlineData("x * sigmoid(2 * x)", null)]
    public void A_formula_of_one_value_is_an_activation_where_one_is_the_same(string formula, string? activation) => PassCheck.Run(FormulaRecognition.Run, 3, $$"""
        { "type": "activation", "name": "x", "activation": "elu" },
        { "type": "expression", "name": "last", "formula": "{{formula}}" }
        """, $"x = elu of input\nlast = {activation ?? $"expression {formula}"} of x\noutput: last");

    [Theory]
    [InlineData("""{ "type": "activation", "name": "s", "activation": "sigmoid" }, { "type": "expression", "name": "last", "inputs": ["x", "s"], "formula": "x * s" }""", "silu")]
    [InlineData("""{ "type": "activation", "name": "p", "activation": "softplus" }, { "type": "activation", "name": "t", "activation": "tanh" }, { "type": "expression", "name": "last", "inputs": ["t", "x"], "formula": "t * x" }""", "mish")]
    [InlineData("""{ "type": "constant", "name": "three", "values": [3, 3, 3] }, { "type": "expression", "name": "up", "inputs": ["x"], "formula": "x + 3" }, { "type": "activation", "name": "r", "activation": "relu6" }, { "type": "expression", "name": "w", "inputs": ["x", "r"], "formula": "x * r" }, { "type": "expression", "name": "last", "formula": "w / 6" }""", "hard_swish")]
    public void Layers_that_are_one_activation_together_are_one(string layers, string activation) => PassCheck.Run(FormulaRecognition.Run, 3, $$"""
        { "type": "softmax", "name": "x" }, {{layers}}
        """, $"x = softmax of input\nlast = {activation} of x\noutput: last");

    [Fact]
    public void Sums_of_two_layers_are_parts_of_formulas() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "softmax", "name": "x" },
        { "type": "expression", "name": "h", "formula": "0.5 * x" },
        { "type": "expression", "name": "g", "inputs": ["x"], "formula": "0.5 * x * erf(x / 1.4142135623730951)" },
        { "type": "add", "name": "sum", "inputs": ["h", "g"] },
        { "type": "expression", "name": "last", "formula": "sum * 1" }
        """, "x = softmax of input\nlast = gelu of x\noutput: last", """ "precision": "double", """);

    /// <summary>Slopes that training changes belong to the layer, so that a formula cannot take it in.</summary>
    [Fact]
    public void An_activation_with_slopes_of_its_own_is_no_part_of_a_formula() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "softmax", "name": "x" },
        { "type": "activation", "name": "p", "activation": { "type": "prelu", "weights": [0.5, 2, 1] } },
        { "type": "expression", "name": "last", "formula": "p / (1 + exp(-p))" }
        """, "x = softmax of input\np = prelu of x\nlast = silu of p\noutput: last");

    [Fact]
    public void A_sum_of_three_layers_is_no_part_of_a_formula() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "softmax", "name": "x" },
        { "type": "add", "name": "s", "inputs": ["x", "x", "x"] },
        { "type": "expression", "name": "last", "formula": "max(s, 0)" }
        """, "x = softmax of input\ns = add of x, x, x\nlast = relu of s\noutput: last");

    [Theory]
    [InlineData("x + y", "add of x, y")]
    [InlineData("y + x", "add of y, x")]
    [InlineData("x - y", "expression x - y of x, y")]
    [InlineData("x + 2 * y", "expression x + 2 * y of x, y")]
    [InlineData("x + x * y", "expression x + x * y of x, y")]
    public void A_formula_that_is_a_sum_is_one(string formula, string expected) => PassCheck.Run(FormulaRecognition.Run, 3, $$"""
        { "type": "softmax", "name": "x" },
        { "type": "activation", "name": "y", "inputs": ["input"], "activation": "tanh" },
        { "type": "expression", "name": "last", "inputs": ["x", "y"], "formula": "{{formula}}" }
        """, $"x = softmax of input\ny = tanh of input\nlast = {expected}\noutput: last");

    [Fact]
    public void A_sum_with_a_value_that_is_met_again_and_again_stays_a_formula() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "reduce", "name": "m", "operation": "max", "axes": [0], "keep_dimensions": true },
        { "type": "expression", "name": "last", "inputs": ["input", "m"], "formula": "input + m" }
        """, "m = reduce of input\nlast = expression input + m of input, m\noutput: last");

    [Fact]
    public void A_function_of_a_value_that_is_met_again_and_again_stays_a_formula() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "reduce", "name": "m", "operation": "max", "axes": [0], "keep_dimensions": true },
        { "type": "expression", "name": "last", "inputs": ["input", "m"], "formula": "max(m, 0 * input)" }
        """, "m = reduce of input\nlast = expression max(m, 0 * input) of input, m\noutput: last");

    [Fact]
    public void Whole_numbers_are_added_in_formulas() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "cast", "name": "x", "to": "long" },
        { "type": "expression", "name": "y", "inputs": ["input"], "formula": "long(2 * input)" },
        { "type": "expression", "name": "sum", "inputs": ["x", "y"], "formula": "x + y" },
        { "type": "expression", "name": "most", "formula": "max(sum, 0)" },
        { "type": "expression", "name": "last", "formula": "float(most)" }
        """, """
        x = cast of input
        y = expression long(2 * input) of input
        sum = expression x + y of x, y
        most = expression max(sum, 0) of sum
        last = expression float(most) of most
        output: last
        """);

    [Fact]
    public void What_others_read_too_stays() => PassCheck.Run(FormulaRecognition.Run, 3, """
        { "type": "activation", "name": "s", "activation": "sigmoid" },
        { "type": "expression", "name": "t", "inputs": ["input", "s"], "formula": "input * s" },
        { "type": "add", "name": "last", "inputs": ["t", "s"] }
        """, "s = sigmoid of input\nt = silu of input\nlast = add of t, s\noutput: last");

    /// <summary>Each sum is twice as long as the one before; beyond 64 terms nobody looks.</summary>
    [Fact]
    public void Formulas_that_double_again_and_again_end() => Assert.Equal(
        60,
        FormulaRecognition.Run(NetworkText.Read(
            string.Join(", ", Enumerable.Range(0, 60).Select(i => $$"""{ "type": "expression", "name": "e{{i}}", "formula": "x * x + 0.5 * x" }""")), 1)).Operations.Count);
}
