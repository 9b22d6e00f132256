using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>The loops that compute formulas, over operands of all shapes.</summary>
public class MapLoopTests
{
    private static readonly string[] Operands =
    [
        """{ "type": "reshape", "inputs": ["image"], "name": "a", "shape": [3, 4, 20] }""",
        """{ "type": "reduce", "inputs": ["a"], "name": "b", "operation": "mean", "axes": [1, 2], "keep_dimensions": true }""",
        """{ "type": "reduce", "inputs": ["a"], "name": "c", "operation": "max", "axes": [0] }""",
        """{ "type": "reduce", "inputs": ["a"], "name": "d", "operation": "mean", "axes": [0, 2], "keep_dimensions": true }""",
        """{ "type": "reduce", "inputs": ["a"], "name": "e", "operation": "min", "axes": [0, 1] }""",
        """{ "type": "reduce", "inputs": ["a"], "name": "f", "operation": "mean", "axes": [0, 1, 2], "keep_dimensions": true }""",
        """{ "type": "reduce", "inputs": ["a"], "name": "g", "operation": "max", "axes": [1], "keep_dimensions": true }""",
    ];

    [Theory]
    [InlineData("a * b", true)]
    [InlineData("a - c", true)]
    [InlineData("d / (1 + abs(a))", true)]
    [InlineData("a * e + f", true)]
    [InlineData("a < g ? b - a : c * d", true)]
    [InlineData("a >= e ? 2 * a : -a", true)]
    [InlineData("a != c ? sqrt(abs(a)) : f", true)]
    [InlineData("exp(a) * sigmoid(b) - log(2 + a * a)", true)]
    [InlineData("max(a, 0.5) + min(-0.25, a) + relu(a)", true)]
    [InlineData("b * c", true)]
    [InlineData("b - d", false)]
    [InlineData("max(a, c) + b", false)]
    [InlineData("a % 0.3 + e", false)]
    [InlineData("sin(a) + pow(abs(a), b)", false)]
    [InlineData("f * f + d", false)]
    [InlineData("a > 0 && a < c ? a : d", false)]
    [InlineData("(a > 0 ? 1 : 0) * (c > 0 ? 1 : 2)", true)]
    [InlineData("a + a * e / b", true)]
    public void Formulas_of_operands_of_all_shapes_are_computed(string formula, bool hasVectors) => Assert.All(new[] { "single", "double" }, precision =>
    {
        string names = string.Join(", ", "abcdefg".Where(name => formula.Split(' ', '(', ')', ',', '-').Contains(name.ToString())).Select(name => $"\"{name}\""));
        string json = $$"""
            { "precision": "{{precision}}", "emission": "vectorized", "inputs": [ { "name": "image", "shape": [240] } ], "layers": [
                {{string.Join(", ", Operands)}},
                { "type": "expression", "name": "formula", "inputs": [{{names}}], "formula": "{{formula}}" },
                { "type": "reduce", "operation": "log_sum_exp", "axes": [0], "name": "sum" }, { "type": "softmax", "axis": -1 } ] }
            """;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        string code = project.Code("Project.Net");
        string method = code.Substring(code.IndexOf("void Formula(", StringComparison.Ordinal));
        method = method.Substring(0, method.IndexOf("\n            }\n", StringComparison.Ordinal));
        Assert.DoesNotContain(" / 80", method, StringComparison.Ordinal);
        Assert.DoesNotContain(" % 20", method, StringComparison.Ordinal);
        Assert.Equal(hasVectors && precision == "single", method.Contains("Floats.Count", StringComparison.Ordinal));
        InterpreterCheck.Run(json, project.Network("Project.Net"), formula, hasGradients: !formula.Contains("max(a, c)", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("a * e", true)]
    [InlineData("e * a", true)]
    [InlineData("a * c", true)]
    [InlineData("a * b", false)]
    [InlineData("a * a", false)]
    [InlineData("a + e", false)]
    [InlineData("a * e * 2", false)]
    public void Rows_are_multiplied_by_the_library(string formula, bool areRows) => Assert.All(new[] { "single", "double" }, precision =>
    {
        string names = string.Join(", ", "abce".Where(name => formula.Contains(name, StringComparison.Ordinal)).Select(name => $"\"{name}\""));
        string json = $$"""
            { "precision": "{{precision}}", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "image", "shape": [240] } ], "layers": [
                {{string.Join(", ", Operands)}},
                { "type": "expression", "name": "formula", "inputs": [{{names}}], "formula": "{{formula}}" },
                { "type": "reduce", "operation": "log_sum_exp", "axes": [0], "name": "sum" }, { "type": "softmax", "axis": -1 } ] }
            """;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        Assert.Equal(areRows && precision == "single", project.Code("Project.Net").Contains("Elementwise.Scale(", StringComparison.Ordinal));
        InterpreterCheck.Run(json, project.Network("Project.Net"), formula, hasGradients: false);
    });

    [Theory]
    [InlineData("[12, 20]", "[1, 0]", "(input, output, 12, 20, 1)")]
    [InlineData("[2, 5, 24]", "[0, 2, 1]", "(input, output, 5, 24, 2)")]
    [InlineData("[4, 3, 20]", "[1, 2, 0]", "(input, output, 4, 60, 1)")]
    [InlineData("[2, 6, 20]", "[2, 1, 0]", null)]
    [InlineData("[6, 2, 20]", "[1, 0, 2]", null)]
    public void Matrices_are_transposed_by_the_library(string shape, string order, string? arguments) => Assert.All(new[] { "single", "double" }, precision =>
    {
        string json = $$"""
            { "precision": "{{precision}}", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "image", "shape": {{shape}} } ], "layers": [
                { "type": "transpose", "name": "exchanged", "axes": {{order}} }, { "type": "softmax", "axis": -1 } ] }
            """;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        string call = $"MatrixKernels.Transpose<{(precision == "single" ? "float" : "double")}>";
        if (arguments is null)
        {
            Assert.DoesNotContain(call, project.Code("Project.Net"), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(call + arguments, project.Code("Project.Net"), StringComparison.Ordinal);
        }

        InterpreterCheck.Run(json, project.Network("Project.Net"), order, hasGradients: false);
    });
}
