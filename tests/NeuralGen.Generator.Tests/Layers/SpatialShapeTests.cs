using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Shapes of images, sequences and volumes that do not fit, each reported where it is said.</summary>
public class SpatialShapeTests
{
    private const string Edges = """{ "type": "conv2d", "name": "edges", "weights": [[[[1, 2], [3, 4]]]] }""";

    [Fact]
    public void A_convolution_needs_axes() => Layers(4, $"{{|NEURAL0117:{Edges}|}}")
        .Reports("Layer 'edges' (conv2d) needs an input of shape [channels, height, width]; its input 'input' has shape [4]");

    [Fact]
    public void A_global_pool_needs_axes() => Layers(4, """{|NEURAL0117:{ "type": "global_max_pool", "name": "pooled" }|}""")
        .Reports("Layer 'pooled' (global_max_pool) needs an input of shape [channels, …] with one to three axes of pixels; its input 'input' has shape [4]");

    [Theory]
    [InlineData("\"stride\": {|NEURAL0118:[1, 2, 3]|}", "'stride' of layer 'edges' has 3 numbers; for 2 axes it needs 1 or 2")]
    [InlineData("\"padding\": {|NEURAL0118:[1, 2, 3]|}", "'padding' of layer 'edges' has 3 numbers; for 2 axes it needs 1, 2 or 4")]
    [InlineData("\"stride\": [1, {|NEURAL0205:0|}]", "'stride' of layer 'edges' is 0; it must be at least 1")]
    [InlineData("\"dilation\": {|NEURAL0205:0|}", "'dilation' of layer 'edges' is 0; it must be at least 1")]
    [InlineData("\"padding\": {|NEURAL0205:-1|}", "'padding' of layer 'edges' is -1; it must be at least 0")]
    [InlineData("\"padding\": {|NEURAL0205:\"causal\"|}", "'padding' of layer 'edges' is 'causal'; it must be a number, a list, 'same' or 'valid'")]
    [InlineData("\"groups\": {|NEURAL0205:0|}", "'groups' of layer 'edges' is 0; it must be at least 1")]
    [InlineData("\"groups\": {|NEURAL0120:2|}", "Layer 'edges' has 2 groups, which do not divide the 1 channel of its input 'input'")]
    [InlineData("\"kernel\": {|NEURAL0118:[2, 2, 2]|}", "'kernel' of layer 'edges' has 3 numbers; for 2 axes it needs 1 or 2")]
    public void Wrong_sizes_are_reported_at_the_argument(string argument, string message) =>
        Layers("[1, 4, 4]", Edges.Replace("\"weights\"", $"{argument}, \"weights\"", StringComparison.Ordinal)).Reports(message);

    [Fact]
    public void A_kernel_beyond_its_input_is_reported_with_both_sizes() =>
        Layers("[1, 4, 1]", """{ "type": "conv2d", "name": "edges", "kernel": {|NEURAL0119:2|}, "weights": [[[[1, 2], [3, 4]]]] }""")
        .Reports("The kernel of layer 'edges' reaches over 2 values; its input 'input' of shape [1, 4, 1] has 1");

    [Fact]
    public void A_window_beyond_its_input_and_padding_says_so() =>
        Layers("[1, 4, 4]", """{ "type": "max_pool2d", "name": "pooled", "kernel": {|NEURAL0119:[7, 2]|}, "padding": 1 }""")
        .Reports("The kernel of layer 'pooled' reaches over 7 values; its input 'input' of shape [1, 4, 4] has 6 with its padding");

    [Fact]
    public void Weights_of_another_shape_are_reported_with_both_shapes() =>
        Layers("[2, 4, 4]", """{ "type": "conv2d", "name": "edges", "weights": {|NEURAL0123:[[[[1, 2], [3, 4]]]]|} }""")
        .Reports("'weights' of layer 'edges' has shape [1, 1, 2, 2]; it needs [1, 2, 2, 2]");

    [Fact]
    public void Lists_of_other_lengths_are_reported_where_they_differ() =>
        Layers("[1, 4, 4]", """{ "type": "conv2d", "name": "edges", "weights": [[[[1, 2], {|NEURAL0128:[3]|}]]] }""")
        .Reports("'layers[0].weights[0][0][1]' has 1 element; its neighbours have 2");

    [Fact]
    public void A_weight_that_is_no_number_is_reported_at_the_weight() =>
        Layers("[1, 4, 4]", """{ "type": "conv2d", "name": "edges", "weights": [[[[1, 2], [3, {|NEURAL0203:1e300|}]]]] }""")
        .Reports("Value 3 of 'weights' of layer 'edges' is 1E+300, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it");

    [Theory]
    [InlineData(3, "3")]
    [InlineData(-4, "-4")]
    public void An_axis_out_of_range_is_reported_with_those_that_there_are(int axis, string text) =>
        Layers("[3, 4, 4]", $$"""{ "type": "softmax", "name": "classes", "axis": {|NEURAL0121:{{axis}}|} }""")
        .Reports($"'axis' of layer 'classes' is {text}; its input 'input' of shape [3, 4, 4] has the axes -3 to 2");

    [Theory]
    [InlineData("{|NEURAL0122:[3, 15]|}", "Layer 'rows' cannot give its input 'input' of shape [3, 4, 4], which has 48 values, the shape [3, 15]")]
    [InlineData("{|NEURAL0122:[5, -1]|}", "Layer 'rows' cannot give its input 'input' of shape [3, 4, 4], which has 48 values, the shape [5, -1]")]
    [InlineData("[-1, {|NEURAL0205:0|}]", "'shape' of layer 'rows' is 0; it must be at least 1, or -1 once")]
    public void A_reshape_keeps_all_values(string shape, string message) =>
        Layers("[3, 4, 4]", $$"""{ "type": "reshape", "name": "rows", "shape": {{shape}} }""").Reports(message);

    [Fact]
    public void Softmax_of_an_image_names_the_layer_that_takes_an_axis() =>
        Layers("[1, 4, 4]", Edges.Replace(" }", ", \"activation\": {|NEURAL0125:\"softmax\"|} }", StringComparison.Ordinal))
        .Reports("Activation 'softmax' of layer 'edges' would run along the last axis of [1, 3, 3], which are pixels; use a layer 'softmax' with 'axis': 0 for the channels, or 'flatten' before it");

    [Fact]
    public void Branches_of_other_shapes_cannot_be_joined_or_added() =>
        Layers("[1, 4, 4]", $$"""{{Edges}}, { "type": "concat", "name": "both", "inputs": ["input", {|NEURAL0126:"edges"|}] }, { "type": "add", "name": "sum", "inputs": ["input", {|NEURAL0106:"edges"|}] }""")
        .Reports(
            "Layer 'both' joins 'edges' of shape [1, 3, 3] to 'input' of shape [1, 4, 4] along axis 0; all other axes must agree",
            "Layer 'sum' adds 'edges' with shape [1, 3, 3] to 'input' with shape [1, 4, 4]");

    [Fact]
    public void A_window_in_the_padding_alone_is_reported() =>
        Layers("[1, 4, 4]", """{ "type": "max_pool2d", "name": "pooled", "kernel": 2, "padding": {|NEURAL0127:2|} }""")
        .Reports("Layer 'pooled' has a padding of 2 for a kernel of 2: some position of its window meets none of the 4 values of its input; at most half of the kernel is possible");

    [Fact]
    public void A_dense_layer_after_an_image_says_how_to_make_a_list_of_it() =>
        Layers("[1, 4, 4]", Edges + """, { "type": "dense", "name": "head", "weights": [{|NEURAL0101:[1, 2, 3, 4, 5, 6, 7, 8, 9]|}] }""")
        .Reports("Layer 'head' row 0 has 9 weights; its input 'edges' has 3 values in the last dimension of its shape [1, 3, 3] (a layer 'flatten' makes one list of all 9)");

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [1, 4, 4])]
            [Conv2d(1, Kernel = 2, Name = "edges", Weights = {|NEURAL0124:[1, 2, 3]|})]
            [Conv2d(1, KernelShape = {|NEURAL0118:[1, 1, 1]|}, Name = "other", Weights = [1], Inputs = ["input"])]
            [MaxPool2d(2, Paddings = [0, {|NEURAL0205:-1|}], Name = "pooled", Inputs = ["input"])]
            [Add(Name = "sum", Inputs = ["input", {|NEURAL0307:"nowhere"|}])]
            public partial class Net;
            """)
        .Reports(
            "'Weights' of layer 'edges' has 3 values; shape [1, 1, 2, 2] makes 4",
            "'Kernel' of layer 'other' has 3 numbers; for 2 axes it needs 1 or 2",
            "'Padding' of layer 'pooled' is -1; it must be at least 0",
            "Layer 'sum' reads 'nowhere', which is not the input or a layer before it");

    [Fact]
    public void Layers_read_an_input_by_its_own_name() => Diagnose
        .File("""{ "inputs": [ { "name": "image", "shape": [1, 2, 2] } ], "layers": [ { "type": "flatten", "inputs": ["image"] }, { "type": "dense", "weights": [[1, 2, 3, 4]] } ] }""")
        .ReportsNothing();

    private static Diagnosis Layers(object shape, string layers) => Diagnose.File(shape is int size
        ? $$"""{ "inputs": {{size}}, "layers": [ {{layers}} ] }"""
        : $$"""{ "inputs": [ { "shape": {{shape}} } ], "layers": [ {{layers}} ] }""");
}
