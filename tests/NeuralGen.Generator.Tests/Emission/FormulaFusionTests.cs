using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Formulas that are computed along with their neighbours, in one sample and in batches, and what stays by itself.</summary>
public class FormulaFusionTests
{
    private const string Shape = "[3, 4, 80]";

    private const string Centred = """{ "type": "reduce", "inputs": ["image"], "name": "mean", "operation": "mean", "axes": [-1], "keep_dimensions": true }""";

    /// <summary>What stands before the two layers that become one, and those: the first is called "first", the second "second".</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        { $$"""{{Centred}}, { "type": "expression", "name": "first", "inputs": ["image", "mean"], "formula": "(image - mean) * (image - mean)" }, { "type": "reduce", "name": "second", "operation": "mean", "axes": [-1] }""", "the mean of 80 of [3, 4, 80] values of 'first', each (image - mean) * (image - mean)", "vectors" },
        { $$"""{{Centred}}, { "type": "expression", "name": "first", "inputs": ["image", "mean"], "formula": "abs(image - mean) + 2" }, { "type": "reduce", "name": "second", "operation": "max", "axes": [1] }""", "values of 'first', each abs(image - mean) + 2", "vectors" },
        { """{ "type": "expression", "name": "first", "inputs": ["image"], "formula": "sin(image)" }, { "type": "reduce", "name": "second", "operation": "sum", "axes": [0, 2] }""", "values of 'first', each sin(image)", "numbers" },
        { """{ "type": "activation", "name": "first", "activation": "tanh" }, { "type": "reduce", "name": "second", "operation": "sum_of_squares", "axes": [2] }""", "values of 'first', each tanh(image)", "vectors" },
        { """{ "type": "reduce", "inputs": ["image"], "name": "whole", "operation": "mean", "keep_dimensions": true, "axes": [0, 1, 2] }, { "type": "expression", "name": "first", "inputs": ["image", "whole"], "formula": "0.5 * image + whole" }, { "type": "softmax", "name": "second", "axis": -1 }""", "softmax of [3, 4, 80] values of 'first', each 0.5 * image + whole", "vectors" },
        { """{ "type": "reduce", "inputs": ["image"], "name": "whole", "operation": "max", "keep_dimensions": true, "axes": [1] }, { "type": "expression", "name": "first", "inputs": ["image", "whole"], "formula": "0.5 * image + whole" }, { "type": "log_softmax", "name": "second", "axis": -1 }""", "values of 'first', each 0.5 * image + whole", "vectors" },
        { """{ "type": "expression", "name": "first", "inputs": ["image"], "formula": "3 * image - 1" }, { "type": "softmax", "name": "second", "axis": 1 }""", "values of 'first', each 3 * image - 1", "vectors" },
        { """{ "type": "reduce", "inputs": ["image"], "name": "other", "operation": "max", "axes": [0] }, { "type": "matmul", "name": "first", "inputs": ["image", "image"], "transpose_right": true }, { "type": "reduce", "inputs": ["image"], "name": "bias", "operation": "sum", "axes": [1, 2] }, { "type": "reshape", "inputs": ["bias"], "name": "shift", "shape": [3, 1, 1] }, { "type": "expression", "name": "second", "inputs": ["first", "shift"], "formula": "first * 0.1 + shift" }""", "", "numbers" },
        { """{ "type": "reduce", "inputs": ["image"], "name": "bias", "operation": "sum", "axes": [1, 2] }, { "type": "reshape", "inputs": ["bias"], "name": "shift", "shape": [3, 1, 1] }, { "type": "matmul", "name": "first", "inputs": ["image", "image"], "transpose_right": true }, { "type": "expression", "name": "second", "inputs": ["first", "shift"], "formula": "first * 0.1 + shift" }""", "as matrices, then first * 0.1 + shift ('second')", "vectors" },
        { """{ "type": "layer_normalization", "name": "first" }, { "type": "expression", "name": "second", "inputs": ["first"], "formula": "first * first + 1" }""", ", then first * first + 1 ('second')", "vectors" },
        { """{ "type": "group_normalization", "name": "first", "groups": 3, "gamma": [1, 2, 3], "beta": [1, 0, 2] }, { "type": "expression", "name": "second", "inputs": ["first", "image"], "formula": "first * image" }""", ", then first * image ('second')", "vectors" },
        { """{ "type": "max_pool2d", "name": "first", "kernel": 2 }, { "type": "expression", "name": "second", "inputs": ["first"], "formula": "first / (1 + abs(first) * 0.5)" }""", ", then first / (1 + abs(first) * 0.5) ('second')", "vectors" },
        { """{ "type": "conv2d", "name": "first", "units": 2, "kernel": 1, "weights": [[[[0.5]], [[1]], [[0.25]]], [[[-0.5]], [[2]], [[0.75]]]], "bias": [1, -1] }, { "type": "expression", "name": "second", "inputs": ["first"], "formula": "1 - first * first" }""", ", then 1 - first * first ('second')", "vectors" },
        { """{ "type": "reduce", "name": "first", "operation": "l2", "axes": [0] }, { "type": "expression", "name": "second", "inputs": ["first"], "formula": "1 / (0.5 + first)" }""", ", then 1 / (0.5 + first) ('second')", "vectors" },
        { """{ "type": "resize", "name": "first", "scale": 2, "mode": "linear" }, { "type": "expression", "name": "second", "inputs": ["first"], "formula": "first * first - 1" }""", ", then first * first - 1 ('second')", "vectors" },
        { """{ "type": "reshape", "shape": [12, 80] }, { "type": "flatten" }, { "type": "dense", "name": "first", "units": 2, "weights": [WEIGHTS, WEIGHTS] }, { "type": "expression", "name": "second", "inputs": ["first"], "formula": "first * first - 1" }""", ", then first * first - 1 ('second')", "numbers" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_layers_become_one(string layers, string comment, string expected)
    {
        string weights = $"[{string.Join(", ", Enumerable.Range(0, 960).Select(i => (i % 7) - 3))}]";
        GeneratorHost host = new();
        string Json(string precision) => $$"""
            { "precision": "{{precision}}", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "image", "shape": {{Shape}} } ], "layers": [ {{layers.Replace("WEIGHTS", weights, StringComparison.Ordinal)}} ] }
            """;
        GeneratedProject project = host.File("single.nn.json", Json("single")).File("double.nn.json", Json("double")).Run();
        foreach (string precision in new[] { "single", "double" })
        {
            string type = precision == "single" ? "Project.Single" : "Project.Double";
            string code = project.Code(type);
            bool isPrologue = comment.Contains("values of", StringComparison.Ordinal);
            string method = GeneratedMethod.Of(code, isPrologue ? "Second" : "First");
            if (comment.Length == 0)
            {
                // What the formula also reads is computed later.
                Assert.Contains(" void Second(", code, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(comment, method, StringComparison.Ordinal);
                Assert.DoesNotContain($"<summary>Layer '{(isPrologue ? "first" : "second")}': [", code, StringComparison.Ordinal);
                Assert.Equal(precision == "single" && expected == "vectors", method.Contains("Floats.Count", StringComparison.Ordinal));
            }

            InterpreterCheck.Run(Json(precision), project.Network(type), layers, hasGradients: false);
        }
    }

    [Theory]
    [InlineData("""{ "type": "reduce", "name": "second", "operation": "sum", "axes": [2] }, { "type": "reduce", "inputs": ["first"], "name": "third", "operation": "max", "axes": [2] }, { "type": "add", "inputs": ["second", "third"] }""")]
    [InlineData("""{ "type": "reduce", "name": "second", "operation": "log_sum_exp", "axes": [2] }""")]
    public void What_is_needed_twice_lies_in_a_tensor(string layers)
    {
        string json = $$"""
            { "emission": "vectorized", "inputs": [ { "name": "image", "shape": {{Shape}} } ], "layers": [ { "type": "expression", "name": "first", "formula": "2 * image" }, {{layers}} ] }
            """;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        Assert.Contains(" void First(", project.Code("Project.Net"), StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), layers, hasGradients: false);
    }
}
