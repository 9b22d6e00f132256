using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Transposed convolutions: what they compute, and what of them cannot be, reported where it is said.</summary>
public class TransposedConvolutionTests
{
    private const string Up = """{ "type": "conv_transpose1d", "name": "up", "weights": [[[1, 10]], [[100, 1000]]] }""";

    [Theory]
    [InlineData("\"stride\": {|NEURAL0118:[1, 2]|}", "'stride' of layer 'up' has 2 numbers; for 1 axis it needs 1")]
    [InlineData("\"padding\": {|NEURAL0118:[1, 0, 0]|}", "'padding' of layer 'up' has 3 numbers; for 1 axis it needs 1 or 2")]
    [InlineData("\"padding\": {|NEURAL0205:-1|}", "'padding' of layer 'up' is -1; it must be at least 0")]
    [InlineData("\"padding\": {|NEURAL0205:2|}", "'padding' of layer 'up' is 4; it must be less than 4 in all, what the layer makes of axis 1 of its input 'input' of shape [2, 3]")]
    [InlineData("\"padding\": [{|NEURAL0205:1|}, 3]", "'padding' of layer 'up' is 4; it must be less than 4 in all, what the layer makes of axis 1 of its input 'input' of shape [2, 3]")]
    [InlineData("\"output_padding\": {|NEURAL0205:1|}", "'output_padding' of layer 'up' is 1; it must be at most 0, less than the stride or the dilation")]
    [InlineData("\"output_padding\": {|NEURAL0205:-1|}, \"stride\": 2", "'output_padding' of layer 'up' is -1; it must be at least 0")]
    [InlineData("\"groups\": {|NEURAL0120:3|}", "Layer 'up' has 3 groups, which do not divide the 2 channels of its input 'input'")]
    [InlineData("\"units\": 3, \"groups\": {|NEURAL0120:2|}", "Layer 'up' has 2 groups, which do not divide the 3 units")]
    public void Wrong_sizes_are_reported_at_the_argument(string argument, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [2, 3] } ], "layers": [ {{Up.Replace("\"weights\"", $"{argument}, \"weights\"", StringComparison.Ordinal)}} ] }""")
        .Reports(message);

    [Fact]
    public void Weights_of_another_shape_are_reported_with_both_shapes() => Diagnose
        .File($$"""{ "inputs": [ { "shape": [3, 3] } ], "layers": [ { "type": "conv_transpose1d", "name": "up", "weights": {|NEURAL0123:[[[1, 10]], [[100, 1000]]]|} } ] }""")
        .Reports("'weights' of layer 'up' has shape [2, 1, 2]; it needs [3, 1, 2]");

    [Fact]
    public void An_input_without_pixels_is_reported() => Diagnose
        .File($$"""{ "inputs": 3, "layers": [ {|NEURAL0117:{{Up}}|} ] }""")
        .Reports("Layer 'up' (conv_transpose1d) needs an input of shape [channels, length]; its input 'input' has shape [3]");

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [2, 3])]
            [ConvTranspose1d(1, Kernel = 2, OutputPadding = {|NEURAL0205:1|}, Weights = [1, 10, 100, 1000], Name = "up")]
            public partial class Net;
            """)
        .Reports("'OutputPadding' of layer 'up' is 1; it must be at most 0, less than the stride or the dilation");

    [Fact]
    public void Attributes_declare_what_files_declare()
    {
        CompiledNetwork compiled = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(InputShape = [2, 3])]
            [ConvTranspose1d(1, Kernel = 2, Stride = 2, Paddings = [1, 0], OutputPaddings = [1], Weights = [1, 10, 100, 1000], Bias = [0.5])]
            public static partial class Net;
            """).Run().Network("Net");

        // Each input adds the kernel at twice its position: 401, 4010, 502, 5020, 603, 6030, 0, of which the first is cut off.
        Assert.Equal([4010.5, 502.5, 5020.5, 603.5, 6030.5, 0.5], compiled.Predict(1, 2, 3, 4, 5, 6));
    }
}
