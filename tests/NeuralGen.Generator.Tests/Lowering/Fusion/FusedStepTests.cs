using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Generator.Tests.Lowering.Passes;

namespace NeuralGen.Generator.Tests.Lowering.Fusion;

/// <summary>Which layers become one step: "formula > layer + sum ! activation > formula".</summary>
public class FusedStepTests
{
    private const string Image = """{ "type": "reshape", "name": "m", "shape": [1, 6, 6] }, """;
    private const string Filter = """{ "type": "conv2d", "name": "c", "weights": [[[[2]]]] }""";

    [Theory]
    [InlineData("""{ "type": "expression", "name": "f", "formula": "x * x + 1" }, { "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }""", "f > r")]
    [InlineData("""{ "type": "expression", "name": "f", "formula": "x * x + 1" }, { "type": "reduce", "name": "r", "operation": "log_sum_exp", "axes": [1] }""", "f, r")]
    [InlineData("""{ "type": "expression", "name": "f", "formula": "x * x + 1" }, { "type": "softmax", "name": "r", "axis": 1 }""", "f > r")]
    [InlineData("""{ "type": "activation", "name": "f", "activation": "tanh" }, { "type": "reduce", "name": "r", "operation": "max", "axes": [1] }""", "f > r")]
    [InlineData("""{ "type": "activation", "name": "f", "activation": "tanh" }, { "type": "softmax", "name": "r", "axis": 1 }""", "f > r")]
    [InlineData("""{ "type": "activation", "name": "f", "activation": { "type": "prelu", "weights": [0.5] } }, { "type": "reduce", "name": "r", "operation": "max", "axes": [1] }""", "f, r")]
    [InlineData("""{ "type": "add", "name": "f", "inputs": ["m", "m"] }, { "type": "reduce", "name": "r", "operation": "max", "axes": [1] }""", "f > r")]
    [InlineData("""{ "type": "expression", "name": "f", "formula": "x * x + 1" }, { "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }, { "type": "reduce", "name": "s", "operation": "max", "inputs": ["f"], "axes": [1] }, { "type": "concat", "name": "t", "inputs": ["r", "s"] }""", "f, r, s, t")]
    [InlineData("""{ "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }, { "type": "activation", "name": "a", "activation": "relu" }""", "r ! a")]
    [InlineData("""{ "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }, { "type": "activation", "name": "a", "activation": "softmax" }""", "r, a")]
    [InlineData("""{ "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }, { "type": "expression", "name": "f", "formula": "x * x + 1" }""", "r > f")]
    [InlineData("""{ "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }, { "type": "activation", "name": "a", "activation": "relu" }, { "type": "expression", "name": "f", "formula": "x * x + 1" }""", "r ! a > f")]
    [InlineData("""{ "type": "reduce", "name": "r", "operation": "sum", "axes": [2], "keep_dimensions": true }, { "type": "expression", "name": "f", "inputs": ["r", "m"], "formula": "r * m" }""", "r, f")]
    [InlineData("""{ "type": "reduce", "name": "r", "operation": "sum", "axes": [1] }, { "type": "expression", "name": "f", "inputs": ["r", "r"], "formula": "r * r + 1" }, { "type": "add", "name": "g", "inputs": ["f", "r"] }""", "r, f, g")]
    [InlineData("""{ "type": "matmul", "name": "r", "inputs": ["m", "m"] }, { "type": "activation", "name": "a", "activation": "relu" }""", "r ! a")]
    [InlineData("""{ "type": "max_pool2d", "name": "r", "kernel": [2, 2] }, { "type": "activation", "name": "a", "activation": "sigmoid" }, { "type": "expression", "name": "f", "formula": "x * x + 1" }""", "r ! a > f")]
    [InlineData("""{ "type": "resize", "name": "r", "scale": 2, "mode": "nearest" }, { "type": "activation", "name": "a", "activation": "sigmoid" }""", "r ! a")]
    [InlineData("""{ "type": "group_normalization", "name": "r", "groups": 1 }, { "type": "activation", "name": "a", "activation": "sigmoid" }""", "r, a")]
    [InlineData("""{ "type": "layer_normalization", "name": "r" }, { "type": "activation", "name": "a", "activation": "sigmoid" }""", "r ! a")]
    [InlineData("""{ "type": "softmax", "name": "r", "axis": 1 }, { "type": "activation", "name": "a", "activation": "sigmoid" }""", "r, a")]
    [InlineData("""{ "type": "softmax", "name": "r", "axis": 1 }, { "type": "expression", "name": "f", "formula": "x * x + 1" }""", "r, f")]
    public void Layers_of_an_image_become_steps(string layers, string expected) => Assert.Equal(expected, Steps(Image + layers));

    [Theory]
    [InlineData("""{ "type": "activation", "name": "a", "activation": "tanh" }""", "c ! a")]
    [InlineData("""{ "type": "add", "name": "s", "inputs": ["c", "m"] }""", "c + s")]
    [InlineData("""{ "type": "add", "name": "s", "inputs": ["m", "c"] }, { "type": "activation", "name": "a", "activation": "relu" }""", "c + s ! a")]
    [InlineData("""{ "type": "activation", "name": "a", "activation": "relu" }, { "type": "add", "name": "s", "inputs": ["a", "m"] }""", "c ! a, s")]
    [InlineData("""{ "type": "add", "name": "s", "inputs": ["c", "m", "m"] }""", "c, s")]
    [InlineData("""{ "type": "add", "name": "s", "inputs": ["c", "c"] }""", "c, s")]
    [InlineData("""{ "type": "activation", "name": "t", "inputs": ["m"], "activation": "tanh" }, { "type": "add", "name": "s", "inputs": ["c", "t"] }""", "c, t, s")]
    [InlineData("""{ "type": "add", "name": "s", "inputs": ["c", "m"] }, { "type": "expression", "name": "f", "formula": "x * x + 1" }""", "c + s > f")]
    [InlineData("""{ "type": "expression", "name": "f", "inputs": ["c", "m"], "formula": "c * m" }""", "c > f")]
    [InlineData("""{ "type": "expression", "name": "f", "inputs": ["c"], "formula": "c * c + 1" }, { "type": "activation", "name": "t", "inputs": ["f"], "activation": "tanh" }""", "c > f, t")]
    public void Layers_behind_a_convolution_become_a_part_of_it(string layers, string expected) => Assert.Equal(expected, Steps(Image + Filter + ", " + layers));

    [Fact]
    public void A_sum_with_what_was_computed_before_is_a_part_of_the_convolution() => Assert.Equal(
        "t, c + s",
        Steps(Image + """{ "type": "activation", "name": "t", "activation": "tanh" }, """ + Filter.Replace("\"name\"", "\"inputs\": [\"m\"], \"name\"", StringComparison.Ordinal) + """, { "type": "add", "name": "s", "inputs": ["c", "t"] }"""));

    /// <summary>Kernels of double precision, and layers that are trained, compute one layer after the other.</summary>
    [Theory]
    [InlineData(""" "precision": "double", """, true, "c ! a, s")]
    [InlineData(""" "trainable": true, """, true, "c ! a, s")]
    [InlineData("", false, "c ! a, s")]
    [InlineData("", true, "c ! a, s")]
    public void An_activation_before_the_sum_is_joined_alone(string settings, bool hasVectors, string expected)
    {
        string layers = Image + Filter + """, { "type": "activation", "name": "a", "activation": "relu" }, { "type": "add", "name": "s", "inputs": ["a", "m"] }""";
        Assert.Equal(expected, Steps(layers, settings, hasVectors));
    }

    [Theory]
    [InlineData(""" "precision": "double", """, true, "c, s, a")]
    [InlineData(""" "trainable": true, """, true, "c, s, a")]
    [InlineData("", false, "c, s, a")]
    [InlineData("", true, "c + s ! a")]
    public void A_sum_is_joined_where_kernels_pack_filters(string settings, bool hasVectors, string expected)
    {
        string layers = Image + Filter + """, { "type": "add", "name": "s", "inputs": ["c", "m"] }, { "type": "activation", "name": "a", "activation": "relu" }""";
        Assert.Equal(expected, Steps(layers, settings, hasVectors));
    }

    private static string Steps(string layers, string settings = "", bool hasVectors = true)
    {
        Program program = Lowerer.Lower(NetworkText.Read(layers, 36, settings + """ "emission": "vectorized", """), hasVectors);
        return string.Join(", ", program.Steps.Where(step => step.Operation is not MoveOperation { Word: "reshape" }).Select(step =>
            (step.Prologue is { } prologue ? prologue.Layer + " > " : "") + step.Layer + (step.Sum is { } sum ? " + " + sum.Layer : "")
            + (step.Activation is { } activation ? " ! " + activation.Layer : "") + (step.Epilogue is { } epilogue ? " > " + epilogue.Layer : "")));
    }
}
