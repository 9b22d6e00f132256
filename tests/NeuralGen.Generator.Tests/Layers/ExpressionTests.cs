using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Formulas: what they compute, and what of them cannot be read, reported with the character.</summary>
public class ExpressionTests
{
    [Theory]
    [InlineData("", 1, "a value is missing")]
    [InlineData("2 * ", 5, "a value is missing")]
    [InlineData("2 * inputs + 1", 5, "'inputs' is none of its inputs, 'input', 'other'; did you mean 'input'?")]
    [InlineData("(input + 1", 11, "')' is missing")]
    [InlineData("input > 0 ? 1", 14, "':' is missing")]
    [InlineData("input # 1", 7, "'#' is not expected here")]
    [InlineData("input > 0 > 1", 11, "'>' is not expected here")]
    [InlineData("1.5.2 * input", 4, "'.' is not expected here")]
    [InlineData("1. * input", 1, "'1.' is no number")]
    [InlineData("1e * input", 1, "'1e' is no number")]
    [InlineData(".5 * input", 1, "'.5' is no number")]
    [InlineData("01 * input", 1, "'01' is no number")]
    [InlineData("input + 1e39", 9, "1e39 is beyond the range of the precision")]
    [InlineData("relu7(input)", 1, "function 'relu7' is unknown")]
    [InlineData("sigmiod(input)", 1, "function 'sigmiod' is unknown; did you mean 'sigmoid'?")]
    [InlineData("softmax(input)", 1, "function 'softmax' is unknown")]
    [InlineData("1 + min(input)", 5, "'min' takes 2 values, not 1")]
    [InlineData("leaky_relu(input, 1, 2)", 1, "'leaky_relu' takes 1 to 2 values, not 3")]
    [InlineData("leaky_relu(input, input)", 19, "'alpha' of 'leaky_relu' must be a number")]
    [InlineData("softplus(input, -1)", 17, "'beta' of 'softplus' must be more than 0")]
    [InlineData("'input", 1, "the name has no closing quote")]
    public void What_cannot_be_read_is_reported_with_its_character(string formula, int character, string words) => Diagnose
        .File($$"""{ "inputs": 2, "layers": [ { "type": "dense", "name": "other", "weights": [[1, 1]] }, { "type": "expression", "name": "f", "inputs": ["input", "other"], "formula": {|NEURAL0240:"{{formula}}"|} } ] }""")
        .Reports($"'formula' of layer 'f', character {character}: {words}");

    [Fact]
    public void Depth_is_bounded() => Diagnose
        .File($$"""{ "inputs": 2, "layers": [ { "type": "expression", "name": "f", "formula": {|NEURAL0240:"{{new string('(', 500)}}x{{new string(')', 500)}}"|} } ] }""")
        .Reports("'formula' of layer 'f', character 51: it is nested too deeply");

    [Theory]
    [InlineData("{|NEURAL0201:{ \"type\": \"expression\", \"name\": \"f\" }|}", "Layer 'f' (expression) has no 'formula'")]
    [InlineData("{ \"type\": \"reduce\", \"name\": \"means\", \"operation\": \"mean\", \"axes\": [1] }, { \"type\": \"expression\", \"name\": \"f\", \"inputs\": [\"input\", {|NEURAL0141:\"means\"|}], \"formula\": \"input - means\" }", "Layer 'f' cannot bring 'means' of shape [2] and what is before it, of shape [2, 3], to one shape: along some axis, counted from the last, they differ and neither is 1")]
    public void Other_mistakes_are_reported_where_they_are(string layers, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [2, 3] } ], "layers": [ {{layers}} ] }""").Reports(message);

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [2, 3])]
            [Expression({|NEURAL0240:"x + y"|}, Name = "f")]
            public partial class Net;
            """)
        .Reports("'Formula' of layer 'f', character 1: 'x' is none of its inputs, 'input'");

    [Theory]
    [InlineData("x - 1 - 2 * x", 9)]
    [InlineData("-x + +x * 3", -20)]
    [InlineData("x / 4 / 5 * 2", -1)]
    [InlineData("x % 3 + -x % 3", 0)]
    [InlineData("(x > 2) + (x <= -10) * 2 + (x == -10) + (x != -10) * 8", 3)]
    [InlineData("x < 0 ? x > -5 ? 1 : 2 : 3", 2)]
    [InlineData("x ? 5 : 6", 5)]
    [InlineData("15e-1 + 2E1 * x", -198.5)]
    [InlineData("max(min(x, -2), abs(x)) - sign(x)", 11)]
    [InlineData("relu(-x) + relu(x, 6) + threshold(x, 0, 7)", 17)]
    [InlineData("x > -infinity ? floor(x / 4) + ceil(x / 4) + round(x / 4) : 0", -7)]
    [InlineData("x == x ? 1 : 2", 1)]
    [InlineData("x < x ? 1 : 2", 2)]
    [InlineData("mod(x, 3) + mod(-x, -3) * 10 + mod(x + 0.5, -4)", -19.5)]
    [InlineData("round(x / 4) * 100 + round(0.5) + truncate(x / 3) + reciprocal(x + 6)", -203.25)]
    [InlineData("(x > 2 || x < 0) + (x < 0 && !(x < -20)) * 2 + (x > 0 != x < 5) * 4", 7)]
    [InlineData("tan(x) * cos(x) / sin(x) + sin(asin(x / 20)) + cos(acos(x / 40)) + tan(atan(x))", -9.75)]
    [InlineData("sinh(asinh(x)) + cosh(acosh(-x)) + tanh(atanh(x / 16)) * 8", -5)]
    [InlineData("is_nan(x) + is_infinite(1 / (x + 10)) * 2", 2)]
    public void Formulas_are_read_as_in_CSharp(string formula, double expected)
    {
        string json = $$"""{ "inputs": 1, "precision": "double", "layers": [ { "type": "expression", "formula": "{{formula}}" } ] }""";
        Assert.Equal(expected, new GeneratorHost().File("net.nn.json", json).Run().Network("Project.Net").Predict(-10)[0], 1e-12);
    }

    [Theory]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    public void Special_values_are_those_of_mathematics(string emission)
    {
        CompiledNetwork Net(string formula) => new GeneratorHost()
            .File("net.nn.json", $$"""{ "inputs": 2, "emission": "{{emission}}", "layers": [ { "type": "expression", "formula": "{{formula}}" } ] }""").Run().Network("Project.Net");
        Assert.Equal([-1, 2], Net("x != x ? -1 : x").Predict(double.NaN, 2));
        Assert.Equal([double.NegativeInfinity, 2], Net("x > 0 ? x : -infinity").Predict(-1, 2));
        Assert.Equal([0.5, 0, 0, 1], Net("max(x, 2)").InputJacobian([2, 3]));
        Assert.Equal([0, 0, 0, 0], Net("pow(x, 0)").InputJacobian([0, 3]));
        Assert.Equal([1, 0, 0, 1], Net("x - floor(x)").InputJacobian([0.5, 3]));
        Assert.Equal([1, 0, 0, 1], Net("x - truncate(x) + round(x)").InputJacobian([0.5, 3]));
        Assert.Equal([1.5, 3], Net("mod(x, 2) * 6").Predict(-1.75, 0.5));
    }

    [Theory]
    [InlineData("tan(0.4 * x) + atan(x) * asinh(x)")]
    [InlineData("asin(0.4 * x) - acos(0.3 * x) * sinh(x)")]
    [InlineData("cosh(x) + acosh(3 + x) + atanh(0.4 * x)")]
    [InlineData("mod(x, 0.7) + mod(2.3, x * x + 0.5) + reciprocal(3 + x)")]
    [InlineData("is_nan(x) ? 0 : x > 0.1 && x < 1 ? x * x : -x")]
    public void Functions_have_the_derivatives_of_finite_differences(string formula)
    {
        foreach (string emission in new[] { "unrolled", "vectorized" })
        {
            string json = $$"""{ "inputs": 4, "precision": "double", "emission": "{{emission}}", "layers": [ { "type": "expression", "formula": "{{formula}}" } ] }""";
            Emission.InterpreterCheck.Run(json, new GeneratorHost().File("Net.nn.json", json).Run().Network("Project.Net"), formula);
        }
    }

    [Fact]
    public void Names_with_other_signs_stand_in_quotes()
    {
        CompiledNetwork compiled = new GeneratorHost()
            .File("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "activation", "name": "my layer-1", "activation": "relu" }, { "type": "expression", "inputs": ["my layer-1", "input"], "formula": "'my layer-1' - 2 * input" } ] }""").Run().Network("Project.Net");
        Assert.Equal([2, -3], compiled.Predict(-1, 3));
    }
}
