using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Activations that are applied where the results of a layer lie.</summary>
public class ActivationEpilogueTests
{
    private static readonly string[] Layers =
    [
        """{ "type": "max_pool1d", "name": "first", "kernel": 2 }""",
        """{ "type": "average_pool1d", "name": "first", "kernel": 3, "padding": 1, "stride": 1 }""",
        """{ "type": "reduce", "name": "first", "operation": "mean", "axes": [1], "keep_dimensions": true }""",
        """{ "type": "group_normalization", "name": "first", "groups": 2 }""",
        """{ "type": "resize", "name": "first", "scale": 2, "mode": "linear" }""",
        """{ "type": "matmul", "name": "first", "inputs": ["image", "image"], "transpose_right": true }""",
    ];

    [Theory]
    [InlineData("single", "relu")]
    [InlineData("single", "mish")]
    [InlineData("double", "tanh")]
    [InlineData("double", "leaky_relu")]
    public void Layers_take_the_activation_behind_them(string precision, string activation) => Assert.All(Layers, layer =>
    {
        string json = Json(precision, $$"""{{layer}}, { "type": "activation", "name": "second", "activation": "{{activation}}" }""");
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        string code = project.Code("Project.Net");
        Assert.Contains($", then {activation} ('second').", code, StringComparison.Ordinal);
        Assert.DoesNotContain($"<summary>Layer 'second': {activation}", code, StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), layer, hasGradients: false);
    });

    [Fact]
    public void Results_that_others_read_too_stay() => Assert.All(Layers, layer =>
    {
        string json = Json("single", $$"""{{layer}}, { "type": "activation", "name": "second", "activation": "relu" }, { "type": "add", "inputs": ["first", "second"] }""");
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        Assert.Contains("<summary>Layer 'second': relu of", project.Code("Project.Net"), StringComparison.Ordinal);
        InterpreterCheck.Run(json, project.Network("Project.Net"), layer, hasGradients: false);
    });

    private static string Json(string precision, string layers) => $$"""
        { "precision": "{{precision}}", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "image", "shape": [4, 6] } ], "layers": [ {{layers}} ] }
        """;
}
