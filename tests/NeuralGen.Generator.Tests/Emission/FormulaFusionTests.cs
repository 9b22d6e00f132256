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

    private const string Excited = """{ "type": "average_pool2d", "inputs": ["image"], "name": "factors", "kernel": [7, 9] }""";
    private const string Scaled = Excited + """, { "type": "expression", "name": "scaled", "inputs": ["image", "factors"], "formula": "image * factors" }""";

    /// <summary>Squeeze and excitation before a convolution of single pixels, with what the kernel computes behind it.</summary>
    public static TheoryData<string, string> ScaledConvolutions => new()
    {
        { $$"""{{Scaled}}, CONV""", "ForwardScaled(input, factors, default, output, 1);" },
        { $$"""{{Excited}}, { "type": "expression", "name": "scaled", "inputs": ["factors", "image"], "formula": "factors * image" }, CONV, { "type": "activation", "activation": "relu" }""", "ForwardScaledRelu(input, factors, default, output, 1);" },
        { $$"""{{Scaled}}, CONV, { "type": "activation", "activation": "tanh" }""", "ForwardScaled(input, factors, default, output, 1, new " },
        { $$"""{ "type": "expression", "name": "other", "inputs": ["image"], "formula": "sin(image) + image" }, {{Scaled}}, CONV, { "type": "add", "inputs": ["second", "other"] }, { "type": "activation", "activation": "relu" }""", "ForwardScaledRelu(input, factors, residual, output, 1);" },
    };

    [Theory]
    [MemberData(nameof(ScaledConvolutions))]
    public void Factors_of_channels_go_into_the_weights_of_a_convolution(string layers, string call)
    {
        string json = WithConvolution(layers, 6, 1);
        GeneratedProject project = new GeneratorHost().File("single.nn.json", json).File("double.nn.json", json.Replace("single", "double", StringComparison.Ordinal)).Run();
        Assert.Contains(call, project.Code("Project.Single"), StringComparison.Ordinal);
        Assert.Contains("the values of [6, 7, 9] of 'scaled', each", project.Code("Project.Single"), StringComparison.Ordinal);
        Assert.DoesNotContain(" void Scaled(", project.Code("Project.Single"), StringComparison.Ordinal);
        Assert.Contains(" void Scaled(", project.Code("Project.Double"), StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Single"), layers, hasGradients: false);
    }

    /// <summary>More units than pixels, a kernel of several pixels, an image that somebody else reads, and a formula that is no product.</summary>
    [Theory]
    [InlineData("SCALED, CONV", 70, 1)]
    [InlineData("SCALED, CONV", 6, 3)]
    [InlineData("""SCALED, CONV, { "type": "reduce", "inputs": ["scaled"], "name": "third", "operation": "max", "axes": [0, 1, 2], "keep_dimensions": true }, { "type": "expression", "inputs": ["second", "third"], "formula": "second * third" }""", 6, 1)]
    [InlineData("""EXCITED, { "type": "expression", "name": "scaled", "inputs": ["image", "factors"], "formula": "image + factors" }, CONV""", 6, 1)]
    public void Other_factors_are_multiplied_with_the_image(string layers, int units, int kernel)
    {
        string all = layers.Replace("SCALED", Scaled, StringComparison.Ordinal).Replace("EXCITED", Excited, StringComparison.Ordinal);
        string json = WithConvolution(all, units, kernel);
        GeneratedProject project = new GeneratorHost().File("single.nn.json", json).Run();
        Assert.DoesNotContain("ForwardScaled", project.Code("Project.Single"), StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Single"), layers, hasGradients: false);
    }

    private static string WithConvolution(string layers, int units, int kernel)
    {
        // The pixels of an image lie beside each other behind a convolution.
        return $$"""
            { "precision": "single", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "planes", "shape": [3, 7, 9] } ],
              "layers": [ {{Convolution("planes", "image", 3, 6, 1)}}, {{layers.Replace("CONV", Convolution("scaled", "second", 6, units, kernel), StringComparison.Ordinal)}} ] }
            """;
    }

    private static string Convolution(string input, string name, int channels, int units, int kernel)
    {
        string Row(int unit) => $"[{string.Join(", ", Enumerable.Range(0, channels).Select(channel => Taps((((unit * 5) + (channel * 3)) % 7) - 3)))}]";
        string Taps(int value) => $"[{string.Join(", ", Enumerable.Repeat($"[{string.Join(", ", Enumerable.Repeat(FormattableString.Invariant($"{value / 8.0}"), kernel))}]", kernel))}]";
        return $$"""
            { "type": "conv2d", "name": "{{name}}", "inputs": ["{{input}}"], "units": {{units}}, "kernel": {{kernel}}, "padding": {{kernel / 2}},
              "weights": [{{string.Join(", ", Enumerable.Range(0, units).Select(Row))}}], "bias": [{{string.Join(", ", Enumerable.Range(0, units).Select(unit => unit - 2))}}] }
            """;
    }
}
