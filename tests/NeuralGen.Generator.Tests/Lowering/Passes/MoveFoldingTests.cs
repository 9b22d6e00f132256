using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Layers that read values where they lie instead of where others move them.</summary>
public class MoveFoldingTests
{
    private const string Convolution = """{ "type": "conv1d", "name": "last", "weights": [[[1, 2], [3, 4], [-1, 5]]] }""";

    [Theory]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1] }, { "type": "reduce", "name": "last", "operation": "sum", "axes": [1] }""", "wide = pad of turned\nlast = reduce of wide")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1], "mode": "reflect" }, { "type": "reduce", "name": "last", "operation": "sum", "axes": [1] }""", "wide = pad of turned\nlast = reduce of wide")]
    [InlineData("""{ "type": "slice", "name": "one", "axis": 0, "start": 1 }, { "type": "slice", "name": "two", "axis": 0, "start": 1 }, { "type": "reduce", "name": "last", "operation": "max", "axes": [1] }""", "one = slice of turned\ntwo = slice of one\nlast = reduce of one")]
    [InlineData("""{ "type": "slice", "name": "one", "axis": 0, "end": 2 }, { "type": "reduce", "name": "last", "operation": "product", "axes": [0] }""", "one = slice of turned\nlast = reduce of rows")]
    [InlineData("""{ "type": "reshape", "name": "flat", "shape": [6] }, { "type": "reduce", "name": "last", "operation": "sum", "axes": [0] }""", "flat = reshape of turned\nlast = reduce of input")]
    [InlineData("""{ "type": "reshape", "name": "flat", "shape": [2, 3] }, { "type": "reduce", "name": "last", "operation": "l2", "axes": [1] }""", "flat = reshape of turned\nlast = reduce of turned")]
    public void Reductions_go_along_the_axes_of_the_source(string layers, string expected) => After(layers, expected);

    [Theory]
    [InlineData($$"""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1] }, {{Convolution}}""", "wide = pad of turned\nlast = convolution of turned", 1, 1)]
    [InlineData($$"""{ "type": "pad", "name": "wide", "padding": [0, 0, 0, 1] }, {{Convolution}}""", "wide = pad of turned\nlast = convolution of turned", 0, 1)]
    [InlineData($$"""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 0] }, {{Convolution}}""", "wide = pad of turned\nlast = convolution of turned", 1, 0)]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 0] }, { "type": "conv1d", "name": "last", "padding": 1, "weights": [[[1, 2, 3], [3, 4, 2], [-1, 5, 1]]] }""", "wide = pad of turned\nlast = convolution of turned", 2, 1)]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 0, 0, 1] }, { "type": "average_pool1d", "name": "last", "kernel": 3, "stride": 1, "padding": 1, "count_include_pad": true }""", "wide = pad of turned\nlast = average_pool of turned", 1, 2)]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 0, 0, 1] }, { "type": "average_pool1d", "name": "last", "kernel": 2, "stride": 1, "count_include_pad": false }""", "wide = pad of turned\nlast = average_pool of turned", 0, 1)]
    public void Zeros_around_an_image_are_padding(string layers, string expected, int before, int after)
    {
        Operation last = After(layers, expected).Operations[^1];
        Compiler.Networks.Windows.WindowAxis axis = Assert.Single((last as ConvolutionOperation)?.Window.Axes ?? ((PoolOperation)last).Window.Axes);
        Assert.Equal((2, before, after), (axis.Input, axis.PaddingBefore, axis.PaddingAfter));
    }

    [Theory]
    [InlineData("[0, 0, 1, 0, 0, 1]", 2, true)]
    [InlineData("[0, 0, 1, 0, 0, 2]", 2, false)]
    [InlineData("[0, 1, 0, 0, 0, 1]", 2, true)]
    [InlineData("[0, 0, 0, 0, 1, 0]", 2, true)]
    [InlineData("[1, 0, 1, 0, 0, 0]", 3, false)]
    [InlineData("[0, 0, 1, 1, 0, 0]", 3, false)]
    public void Each_axis_of_an_image_has_padding_of_its_own(string padding, int channels, bool isFolded) => PassCheck.Run(MoveFolding.Run, 12, $$"""
        { "type": "reshape", "name": "cube", "shape": [2, 2, 3] },
        { "type": "pad", "name": "wide", "padding": {{padding}} },
        { "type": "conv2d", "name": "last", "weights": [[{{string.Join(", ", Enumerable.Range(1, channels).Select(i => $"[[{i}, 2], [-3, {2 * i}]]"))}}]] }
        """, $"cube = reshape of input\nwide = pad of cube\nlast = convolution of {(isFolded ? "cube" : "wide")}\noutput: last");

    [Fact]
    public void Layers_that_are_padded_one_behind_the_other_are_named() => Assert.Equal(
        ["far", "near"],
        ((ConvolutionOperation)After($$"""
            { "type": "pad", "name": "near", "padding": [0, 0, 0, 1] }, { "type": "pad", "name": "far", "padding": [0, 1, 0, 0] }, {{Convolution}}
            """, "near = pad of turned\nfar = pad of near\nlast = convolution of turned").Operations[^1]).PaddedBy);

    [Theory]
    [InlineData("""{ "type": "conv_transpose1d", "name": "last", "weights": [[[1, 2]], [[3, 4]], [[-1, 5]]] }""", "transposed_convolution")]
    [InlineData("""{ "type": "dense", "name": "last", "weights": [[1, 2, 3, 4]] }""", "dense")]
    public void Other_layers_read_the_zeros(string layer, string kind) =>
        After($$"""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1] }, {{layer}}""", $"wide = pad of turned\nlast = {kind} of wide");

    private static Network After(string layers, string expected)
    {
        string all = $$"""{ "type": "reshape", "name": "rows", "shape": [2, 3] }, { "type": "transpose", "name": "turned", "axes": [1, 0] }, {{layers}}""";
        return PassCheck.Run(MoveFolding.Run, 6, all, $"rows = reshape of input\nturned = transpose of rows\n{expected}\noutput: last");
    }
}
