using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>What packed convolutions compute along with their sums: residuals and activations.</summary>
public class ConvolutionEpilogueTests
{
    private static readonly string[] Activations = ["relu", "silu", "tanh", "leaky_relu", "prelu", "gelu", "sigmoid", "linear"];

    [Theory]
    [InlineData("relu", "ForwardRelu(first_values, image_pixels_values, ", ");")]
    [InlineData("silu", "Forward(first_values, image_pixels_values, ", ", new __Functions.Silu());")]
    [InlineData("linear", "Forward(first_values, image_pixels_values, ", ");")]
    public void A_residual_and_an_activation_are_one_call(string activation, string call, string end)
    {
        string json = Json("single", false, $$"""
            {{Convolution("first", "tanh")}}, {{Convolution("second", "linear")}},
            { "type": "add", "name": "sum", "inputs": ["second", "image"] }, { "type": "activation", "name": "last", "activation": "{{activation}}" }
            """);
        GeneratedProject project = Host(json).Run();
        string code = project.Code("Project.Net");
        Assert.Contains($"PackedLarge.Second.{call.Split('(')[0]}(input, residual, output, 1{end}", code, StringComparison.Ordinal);
        Assert.Contains($"PackedLarge.Second.{call}", code, StringComparison.Ordinal);
        Assert.Contains("PackedLarge.First.Forward(input, output, 1, new __Functions.Tanh());", code, StringComparison.Ordinal);
        Assert.Contains("PackedLarge.First.Forward(image_pixels_values, first_values, samples, new __Functions.Tanh());", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Elementwise", code, StringComparison.Ordinal);
        Assert.DoesNotContain("the sum of", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Layer 'last': " + activation, code, StringComparison.Ordinal);
        Assert.Contains($"and a bias, plus 'image_pixels' ('sum'){(activation == "linear" ? "" : $", then {activation} ('last')")}.", code, StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), activation, hasGradients: false);
    }

    [Fact]
    public void Of_two_convolutions_the_later_one_adds_the_other()
    {
        string json = Json("single", true, $$"""
            {{Convolution("left", "linear")}}, {{Convolution("right", "linear", "image")}},
            { "type": "add", "name": "sum", "inputs": ["left", "right"] }, { "type": "activation", "activation": "relu" }
            """);
        GeneratedProject project = Host(json).Run();
        string code = project.Code("Project.Net");
        Assert.Contains("PackedLarge.Left.Forward(input, output, 1);", code, StringComparison.Ordinal);
        Assert.Contains("PackedLarge.Right.ForwardRelu(input, residual, output, 1);", code, StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), "two convolutions");
    }

    [Fact]
    public void Sums_that_others_read_or_that_come_too_early_stay()
    {
        string json = Json("single", false, $$"""
            {{Convolution("first", "linear")}}, { "type": "activation", "name": "other", "activation": "relu", "inputs": ["image"] },
            { "type": "add", "name": "late", "inputs": ["first", "other"] }, {{Convolution("second", "linear")}},
            { "type": "add", "name": "twice", "inputs": ["second", "second"] }, {{Convolution("third", "linear")}},
            { "type": "add", "name": "three", "inputs": ["third", "second", "late"] }
            """);
        GeneratedProject project = Host(json).Run();
        string code = project.Code("Project.Net");
        Assert.DoesNotContain("residual", code, StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), "others", hasGradients: false);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Random_blocks_agree_with_the_interpreter(int project)
    {
        GeneratorHost host = new();
        (string Name, string Json, bool HasGradients)[] networks = [.. Enumerable.Range(project * 20, TestShare.Of(20, 10)).Select(RandomBlocks)];
        foreach ((string name, string json, _) in networks)
        {
            host.File($"/project/{name}.nn.json", json);
        }

        System.Reflection.Assembly assembly = host.Run().Load();
        foreach ((string name, string json, bool hasGradients) in networks)
        {
            InterpreterCheck.Run(json, new CompiledNetwork(assembly.GetType("Project." + name, throwOnError: true)!), json, hasGradients);
        }
    }

    private static (string Name, string Json, bool HasGradients) RandomBlocks(int seed)
    {
        Random random = new(seed);
        List<string> names = ["image"];
        List<string> layers = [];
        for (int i = 0; i < 8; i++)
        {
            string name = "layer" + i.ToString(CultureInfo.InvariantCulture);
            string other = names[random.Next(names.Count)];
            string activation = Activations[random.Next(Activations.Length)];
            layers.Add(random.Next(5) switch
            {
                0 or 1 => Convolution(name, random.Next(2) == 0 ? "linear" : activation, other, random.Next(100)),
                2 or 3 => $$"""{ "type": "add", "name": "{{name}}", "inputs": ["{{names[^1]}}", "{{other}}"] }""",
                _ => $$"""{ "type": "activation", "name": "{{name}}", {{Function(activation)}} }""",
            });
            names.Add(name);
        }

        bool hasGradients = random.Next(2) == 0;
        return ("Net" + seed.ToString(CultureInfo.InvariantCulture), Json(random.Next(3) == 0 ? "double" : "single", hasGradients, string.Join(", ", layers)), hasGradients);
    }

    private static string Json(string precision, bool hasGradients, string layers) => $$"""
        { "emission": "vectorized", "precision": "{{precision}}", "gradients": {{(hasGradients ? "true" : "false")}}, "inputs": [ { "name": "image", "shape": [2, 3, 4] } ], "layers": [ {{layers}} ] }
        """;

    private static string Function(string activation) => activation == "prelu" ? "\"activation\": { \"type\": \"prelu\", \"weights\": [0.25] }" : $"\"activation\": \"{activation}\"";

    /// <summary>A convolution that leaves the shape as it is.</summary>
    private static string Convolution(string name, string activation, string? input = null, int seed = 0)
    {
        Random random = new(seed + 1000);
        string Weight() => ((random.NextDouble() - 0.5) / 2).ToString("R", CultureInfo.InvariantCulture);
        string List(int count, Func<string> item) => $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => item()))}]";
        string weights = List(2, () => List(2, () => List(3, () => List(3, Weight))));
        return $$"""{ "type": "conv2d", "name": "{{name}}", "padding": 1, "weights": {{weights}}, "bias": {{List(2, Weight)}}, {{Function(activation)}}{{(input is null ? "" : $", \"inputs\": [\"{input}\"]")}} }""";
    }

    private static GeneratorHost Host(string json) => new GeneratorHost().File("/project/Net.nn.json", json);
}
