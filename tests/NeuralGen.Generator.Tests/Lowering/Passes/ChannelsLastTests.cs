using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Where values change their order, so that the channels of a pixel are neighbours for those that want it.</summary>
public class ChannelsLastTests
{
    private const string First = """
        { "type": "reshape", "name": "rows", "shape": [2, 5] },
        { "type": "conv1d", "name": "c", "weights": [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[-1, 0.5], [2, -3]]], "bias": [1, -1, 0.5] }
        """;

    private const string Last = """{ "type": "conv1d", "name": "last", "weights": [[[1, 2], [3, 4], [-1, 5]], [[5, 6], [7, 8], [0.5, 1]]] }""";

    /// <summary>Three channels of four pixels go in.</summary>
    [Theory]
    [InlineData("""{ "type": "activation", "name": "b", "activation": "tanh" }""", true)]
    [InlineData("""{ "type": "activation", "name": "b", "activation": { "type": "prelu", "weights": [0.5, 2, -1] } }""", true)]
    [InlineData("""{ "type": "activation", "name": "b", "activation": { "type": "prelu", "weights": [0.25] } }""", true)]
    [InlineData("""{ "type": "dropout", "name": "b", "rate": 0.5 }""", true)]
    [InlineData("""{ "type": "add", "name": "b", "inputs": ["c", "c"] }""", true)]
    [InlineData("""{ "type": "batch_normalization", "name": "b", "gamma": [2, 3, 0.5], "beta": [1, 2, 0], "mean": [4, -3, 1], "variance": [1, 2, 3] }""", true)]
    [InlineData("""{ "type": "normalization", "name": "b", "mean": [1, 2, 3], "scale": [2, 4, 0.5] }""", true)]
    [InlineData("""{ "type": "softmax", "name": "b", "axis": 0 }""", true)]
    [InlineData("""{ "type": "softmax", "name": "b", "axis": 1 }""", false)]
    [InlineData("""{ "type": "max_pool1d", "name": "b", "kernel": 2, "stride": 1 }""", true)]
    [InlineData("""{ "type": "average_pool1d", "name": "b", "kernel": 2, "stride": 1 }""", true)]
    [InlineData("""{ "type": "expression", "name": "b", "formula": "2 * c" }""", true)]
    [InlineData("""{ "type": "constant", "name": "k", "values": [[2], [3], [4]] }, { "type": "expression", "name": "b", "inputs": ["c", "k"], "formula": "c * k" }""", true)]
    [InlineData("""{ "type": "constant", "name": "k", "values": [[2, 3, 4, 5]] }, { "type": "expression", "name": "b", "inputs": ["c", "k"], "formula": "c * k" }""", true)]
    [InlineData("""{ "type": "constant", "name": "k", "values": [2, 3, 4, 5] }, { "type": "expression", "name": "b", "inputs": ["c", "k"], "formula": "c * k" }""", false)]
    [InlineData("""{ "type": "constant", "name": "k", "values": [2] }, { "type": "expression", "name": "b", "inputs": ["c", "k"], "formula": "c * k" }""", true)]
    [InlineData("""{ "type": "transpose", "name": "t", "axes": [1, 0] }, { "type": "reshape", "name": "b", "shape": [3, 4] }""", false)]
    [InlineData("""{ "type": "reduce", "name": "m", "operation": "max", "axes": [1], "keep_dimensions": true }, { "type": "expression", "name": "b", "inputs": ["c", "m"], "formula": "c - m" }""", false)]
    public void Layers_between_convolutions_keep_the_order_where_they_can(string layers, bool isKept)
    {
        Network changed = Run($"{First}, {layers}, {Last.Replace("\"last\"", "\"last\", \"inputs\": [\"b\"]", StringComparison.Ordinal)}");
        string[] layouts = Layouts(changed);
        Assert.Contains("rows_pixels", layouts);
        Assert.Contains("last_planes", layouts);
        Assert.Equal(isKept, layouts.Length == 2);
    }

    [Theory]
    [InlineData("[[0.5], [2], [-1]]")]
    [InlineData("[[0.5, 2, -1]]")]
    public void Channels_and_pixels_of_the_same_number_are_told_apart(string values)
    {
        Network changed = Run($$"""
            {{First}}, { "type": "max_pool1d", "name": "p", "kernel": 2, "stride": 1 },
            { "type": "constant", "name": "k", "values": {{values}} }, { "type": "expression", "name": "b", "inputs": ["p", "k"], "formula": "p * k" }, {{Last}}
            """);
        Assert.Equal(["rows_pixels", "last_planes"], Layouts(changed));
    }

    /// <summary>A list is met by the last axis, and not by the channels, whatever its size.</summary>
    [Fact]
    public void A_list_of_as_many_numbers_as_channels_changes_the_order()
    {
        Network changed = Run($$"""
            {{First}}, { "type": "max_pool1d", "name": "p", "kernel": 2, "stride": 1 },
            { "type": "constant", "name": "k", "values": [0.5, 2, -1] }, { "type": "expression", "name": "b", "inputs": ["p", "k"], "formula": "p * k" }, {{Last}}
            """);
        Assert.Equal(["rows_pixels", "p_planes", "b_pixels", "last_planes"], Layouts(changed));
    }

    /// <summary>One channel of which the other operand has no axis, and as many numbers as pixels that lie along other axes.</summary>
    [Theory]
    [InlineData(1, "[[1, 2, 3], [4, 5, 6]]")]
    [InlineData(2, "[[[1, 2, 3]], [[4, 5, 6]]]")]
    [InlineData(2, "[[[1], [2]], [[3], [4]]]")]
    [InlineData(2, "[[1, 2, 3], [4, 5, 6]]")]
    public void Operands_that_lie_otherwise_are_met_as_declared(int channels, string values) => Run($$"""
        { "type": "reshape", "name": "image", "shape": [1, 3, 4] },
        { "type": "conv2d", "name": "c", "weights": [{{string.Join(", ", Enumerable.Range(1, channels).Select(i => $"[[[{i}, 2], [-3, {2 * i}]]]"))}}] },
        { "type": "constant", "name": "k", "values": {{values}} }, { "type": "expression", "name": "last", "inputs": ["c", "k"], "formula": "c * k" }
        """, 12);

    [Fact]
    public void Channels_one_behind_the_other_are_parts_of_pixels()
    {
        Network changed = Run($$"""
            {{First}}, { "type": "activation", "name": "r", "activation": "relu" },
            { "type": "conv1d", "name": "e", "inputs": ["rows"], "weights": [[[1, 2], [3, 4]], [[5, -6], [7, 8]]] },
            { "type": "concat", "name": "all", "inputs": ["r", "e", "c"] },
            { "type": "max_pool1d", "name": "last", "kernel": 2, "stride": 2 }
            """);
        Assert.Equal(["rows_pixels", "last_planes"], Layouts(changed));
    }

    [Fact]
    public void A_tensor_that_is_read_in_both_orders_changes_it_once()
    {
        Network changed = Run($$"""
            {{First}}, { "type": "softmax", "name": "s", "inputs": ["c"], "axis": 1 }, { "type": "softmax", "name": "t", "inputs": ["c"], "axis": 1 },
            { "type": "conv1d", "name": "e", "inputs": ["s"], "weights": [[[1, 2], [3, 4], [5, 6]], [[1, 2], [3, 4], [7, 6]]] },
            { "type": "conv1d", "name": "f", "inputs": ["s"], "weights": [[[1, 2], [3, 4], [5, 6]], [[1, 2], [3, 4], [7, 6]]] },
            { "type": "conv1d", "name": "g", "inputs": ["t"], "weights": [[[1, 2], [3, 4], [5, 6]], [[1, 2], [3, 4], [7, 6]]] },
            { "type": "add", "name": "last", "inputs": ["e", "f", "g"] }
            """);
        Assert.Equal(["rows_pixels", "c_planes", "s_pixels", "t_pixels", "last_planes"], Layouts(changed));
    }

    [Theory]
    [InlineData("c", "rows_pixels, c_planes")]
    [InlineData("r", "rows_pixels, c_planes, s_pixels, last_planes")]
    public void A_sum_is_computed_pixel_by_pixel_where_a_part_is_there_in_this_order_alone(string part, string expected)
    {
        Network changed = Run($$"""
            {{First}}, { "type": "activation", "name": "r", "activation": "relu" }, { "type": "softmax", "name": "s", "inputs": ["c"], "axis": 1 },
            { "type": "add", "name": "a", "inputs": ["s", "{{part}}"] }, { "type": "activation", "name": "last", "activation": "tanh" }
            """);
        Assert.Equal(expected, string.Join(", ", Layouts(changed)));
    }

    [Theory]
    [InlineData("[1, 4]", "[[[1, 2]], [[3, 4]]]", "c_planes")]
    [InlineData("[2, 2]", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]", "rows_pixels")]
    [InlineData("[4, 1]", "[[[1], [2], [3], [4]], [[5], [6], [7], [8]]]", "")]
    [InlineData("[2, 2]", "[[[1], [2]]]", "rows_pixels")]
    public void One_channel_or_one_pixel_has_the_same_order_both_ways(string shape, string weights, string expected)
    {
        Network changed = Run($$"""{ "type": "reshape", "name": "rows", "shape": {{shape}} }, { "type": "conv1d", "name": "c", "weights": {{weights}} }""", 4);
        Assert.Equal(expected, string.Join(", ", Layouts(changed)));
    }

    [Fact]
    public void Networks_without_images_stay() => PassCheck.Run(
        ChannelsLast.Run, 2, """{ "type": "dense", "name": "d", "weights": [[1, 2], [3, 4]] }""", "d = dense [1 2 3 4] of input\noutput: d");

    [Fact]
    public void A_dense_layer_of_rows_has_its_order_already() => PassCheck.Run(
        ChannelsLast.Run,
        6,
        """{ "type": "reshape", "name": "rows", "shape": [3, 2] }, { "type": "dense", "name": "d", "weights": [[1, 2], [3, 4]] }""",
        "rows = reshape of input\nd = dense of rows\noutput: d");

    /// <summary>What is folded behind the change of the order finds the units where they lie then.</summary>
    [Fact]
    public void A_normalization_goes_into_a_convolution_whose_channels_are_neighbours()
    {
        Network changed = Run($$"""
            {{First}}, { "type": "batch_normalization", "name": "b", "gamma": [2, 3, 0.5], "beta": [1, 2, 0], "mean": [4, -3, 1], "variance": [1, 2, 3], "epsilon": 0.001 }
            """);
        Network folded = NormalizationFolding.Run(changed);
        Assert.DoesNotContain(folded.Operations, operation => operation is AffineOperation or BatchNormalizationOperation);
        PassCheck.AreSame(changed, folded);
    }

    private static Network Run(string layers, int inputs = 10)
    {
        Network network = NetworkText.Read(layers, inputs);
        Network changed = ChannelsLast.Run(network);
        Assert.DoesNotContain(changed.Operations, operation => operation is ConvolutionOperation { AreChannelsLast: false } or PoolOperation { AreChannelsLast: false });
        PassCheck.AreSame(network, changed);
        return changed;
    }

    private static string[] Layouts(Network network) =>
        [.. network.Operations.Where(operation => operation.Kind == "layout").Select(operation => network.Tensors[operation.Output].Name)];
}
