using NeuralGen.Generator.Tests.Emission;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Lowering;

/// <summary>Formulas that are activations or sums under another name.</summary>
public class FormulaRecognitionTests
{
    [Theory]
    [InlineData("relu", "max(x, 0)")]
    [InlineData("relu", "max(0, x)")]
    [InlineData("relu6", "min(6, max(x, 0))")]
    [InlineData("sigmoid", "1 / (1 + exp(-x))")]
    [InlineData("sigmoid", "1 / (exp(-1 * x) + 1)")]
    [InlineData("silu", "x * sigmoid(x)")]
    [InlineData("silu", "x / (1 + exp(-x))")]
    [InlineData("silu", "x * (1 / (exp(-x) + 1))")]
    [InlineData("mish", "x * tanh(log(1 + exp(x)))")]
    [InlineData("mish", "tanh(softplus(x)) * x")]
    [InlineData("softplus", "log(exp(x) + 1)")]
    [InlineData("softsign", "x / (abs(x) + 1)")]
    [InlineData("hard_sigmoid", "max(min(x / 6 + 0.5, 1), 0)")]
    [InlineData("hard_sigmoid", "relu6(x + 3) / 6")]
    [InlineData("hard_swish", "x * relu6(x + 3) / 6")]
    [InlineData("hard_swish", "x * hard_sigmoid(x)")]
    [InlineData("hard_swish", "x * min(max(x + 3, 0), 6) * 0.16666667", "single")]
    [InlineData("gelu", "x * 0.5 * (erf(x / 1.41421354) + 1)", "single")]
    [InlineData("gelu", "0.5 * (x + x * erf(x * 0.70710677))", "single")]
    [InlineData("gelu", "0.5 * x * (1 + erf(x / sqrt2))")]
    [InlineData("gelu_tanh", "0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * pow(x, 3))))")]
    [InlineData("gelu_tanh", "0.5 * x * (tanh(0.7978846 * (0.044715 * x * x * x + x)) + 1)", "single")]
    [InlineData("gelu_tanh", "0.5 * x * (1 + tanh(0.7978845608028654 * x * (1 + 0.044715 * pow(x, 2))))")]
    public void Activations_written_out_are_found(string activation, string formula, string? only = null) => Assert.All(only is null ? ["single", "double"] : new[] { only }, precision =>
    {
        string json = Json(precision, $$"""{ "type": "expression", "name": "second", "formula": "{{formula.Replace("sqrt2", "1.4142135623730951", StringComparison.Ordinal)}}" }""");
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        Assert.Contains($", then {activation}", project.Code("Project.Net"), StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), formula);
    });

    [Theory]
    [InlineData("silu", """{ "type": "activation", "name": "s", "activation": "sigmoid" }, { "type": "expression", "inputs": ["d", "s"], "formula": "d * s" }""")]
    [InlineData("hard_swish", """{ "type": "expression", "name": "a", "formula": "x + 3" }, { "type": "activation", "name": "b", "activation": "relu6" }, { "type": "expression", "name": "c", "inputs": ["d", "b"], "formula": "d * b" }, { "type": "expression", "formula": "x / 6" }""")]
    [InlineData("hard_swish", """{ "type": "activation", "name": "s", "activation": { "type": "hard_sigmoid", "alpha": 0.16666666666666666, "beta": 0.5 } }, { "type": "expression", "inputs": ["d", "s"], "formula": "d * s" }""")]
    [InlineData("gelu", """{ "type": "expression", "name": "a", "formula": "x / 1.4142135623730951" }, { "type": "expression", "name": "b", "formula": "erf(x)" }, { "type": "expression", "name": "c", "formula": "x + 1" }, { "type": "expression", "name": "e", "inputs": ["d", "c"], "formula": "d * c" }, { "type": "expression", "formula": "x * 0.5" }""")]
    [InlineData("mish", """{ "type": "activation", "name": "a", "activation": "softplus" }, { "type": "activation", "name": "b", "activation": "tanh" }, { "type": "expression", "inputs": ["b", "d"], "formula": "b * d" }""")]
    public void Several_layers_that_are_one_activation_are_found(string activation, string layers) => Assert.All(new[] { "single", "double" }, precision =>
    {
        string json = Json(precision, layers);
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        string code = project.Code("Project.Net");
        Assert.Contains($", then {activation}", code, StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), layers);
    });

    [Theory]
    [InlineData("x > 0 ? x : 0")]
    [InlineData("0.5 * x * (1 + erf(x / 1.4142))")]
    [InlineData("0.5 * x * (1 + erf(x / 1.41421354))", "double")]
    [InlineData("x * sigmoid(1.702 * x)")]
    [InlineData("min(max(x, 0), 5)")]
    [InlineData("x * min(max(x + 3, 0), 6) / 5")]
    [InlineData("1 / (2 + exp(-x))")]
    [InlineData("1 / (1 - exp(-x))")]
    [InlineData("1 / (1 + exp(x))")]
    [InlineData("log(1 + exp(2 * x))")]
    [InlineData("max(-x, 0)")]
    [InlineData("x * tanh(softplus(x)) + 1")]
    public void Formulas_that_are_nearly_an_activation_stay(string formula, string? only = null) => Assert.All(only is null ? ["single", "double"] : new[] { only }, precision =>
    {
        string json = Json(precision, $$"""{ "type": "expression", "name": "second", "formula": "{{formula}}" }""");
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();

        // An activation is named by a word alone, a formula that is computed along is written out.
        Assert.DoesNotMatch(@", then [a-z_]{2,}[0-9]?( \('|[.,])", project.Code("Project.Net"));
        InterpreterCheck.Run(json, project.Network("Project.Net"), formula, hasGradients: false);
    });

    [Fact]
    public void What_others_read_too_stays()
    {
        string json = Json("single", """{ "type": "activation", "name": "s", "activation": "sigmoid" }, { "type": "expression", "name": "t", "inputs": ["d", "s"], "formula": "d * s" }, { "type": "add", "inputs": ["t", "s"] }""");
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        InterpreterCheck.Run(json, project.Network("Project.Net"), "shared");
    }

    [Fact]
    public void A_doubling_without_end_takes_no_time()
    {
        string layers = string.Join(", ", Enumerable.Range(0, 60).Select(i => $$"""{ "type": "expression", "formula": "0.5 * x + 0.5 * x" }"""));
        string json = Json("double", layers);
        InterpreterCheck.Run(json, new GeneratorHost().File("net.nn.json", json).Run().Network("Project.Net"), "doubling", hasGradients: false);
    }

    private static string Json(string precision, string layers) => $$"""
        { "precision": "{{precision}}", "emission": "vectorized", "inputs": 3, "layers": [
            { "type": "dense", "name": "d", "weights": [[1, -2, 0.5], [0.25, 1.5, -1], [3, 0.5, 2]], "bias": [0.5, -1, 0.25] }, {{layers}} ] }
        """;
}
