using System.Text.RegularExpressions;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Runtime;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Normalisations and products that models write out: their layers, and ONNX Runtime's results.</summary>
public sealed partial class WrittenNormalizationTests : IDisposable
{
    private static readonly float[] Weights = [.. Enumerable.Range(0, 512).Select(i => (((i * 37) % 101) - 50) / 60f)];

    private static readonly Dictionary<string, (int[] Shape, string Layers, Func<ModelBuilder, ModelBuilder> Build)> Models = new()
    {
        ["layer norm"] = ([1, 3, 8], "layer_normalization", model => Normal(model, square: "Pow").Tensor("g", [8], Weights[..8]).Tensor("b", [8], Weights[8..16]).Node("Mul", "n g", "m").Node("Add", "m b", "y")),
        ["layer norm by a product, scale first"] = ([1, 3, 8], "layer_normalization", model => Normal(model, square: "Mul").Tensor("g", [8], Weights[..8]).Tensor("b", [1, 1, 8], Weights[8..16]).Node("Mul", "g n", "m").Node("Add", "b m", "y")),
        ["layer norm without scale"] = ([1, 3, 8], "layer_normalization", model => Normal(model, square: "Pow", result: "y")),
        ["layer norm by reciprocal"] = ([1, 3, 8], "layer_normalization", model => Normal(model, "Pow", result: "").Node("Reciprocal", "r", "i").Node("Mul", "d i", "y")),
        ["layer norm with two differences"] = ([1, 3, 8], "layer_normalization", model => Normal(model, "Pow", result: "").Node("Sub", "x mean", "e").Node("Div", "e r", "y")),
        ["layer norm over two axes"] = ([1, 2, 3, 4], "reshape layer_normalization reshape", model => Normal(model, "Pow", axes: [-1, -2]).Tensor("g", [3, 4], Weights[..12]).Node("Mul", "n g", "y")),
        ["not over the last axis"] = ([1, 3, 8], "reduce expression expression reduce expression expression expression", model => Normal(model, "Pow", result: "y", axes: [1])),
        ["not of its own variance"] = ([1, 3, 8], "reduce expression expression reduce expression expression expression", model => Normal(model, "Pow", result: "").Node("Div", "x r", "y")),
        ["rms norm"] = ([1, 3, 8], "rms_normalization", model => Root(model).Tensor("g", [8], Weights[..8]).Node("Div", "x r", "n").Node("Mul", "n g", "y")),
        ["rms norm by one over"] = ([1, 3, 8], "rms_normalization", model => Root(model).Tensor("one", [], 1).Tensor("g", [8], Weights[..8]).Node("Div", "one r", "i").Node("Mul", "x i", "n").Node("Mul", "g n", "y")),
        ["group norm"] = ([1, 6, 2, 3], "group_normalization", model => model.Numbers("s", 0, 3, -1).Tensor("o", [3], 1, 1, 1).Tensor("z", [3], 0, 0, 0).Tensor("g", [6, 1, 1], Weights[..6]).Tensor("b", [6, 1, 1], Weights[6..12])
            .Node("Reshape", "x s", "r").Node("InstanceNormalization", "r o z", "i").Node("Shape", "x", "t").Node("Reshape", "i t", "u").Node("Mul", "u g", "m").Node("Add", "m b", "y")),
        ["scaled convolution"] = ([1, 2, 4, 4], "conv2d batch_normalization", model => Convolution(model).Tensor("g", [3, 1, 1], Weights[..3]).Tensor("b", [1, 3, 1, 1], Weights[3..6]).Node("Mul", "c g", "m").Node("Add", "m b", "y")),
        ["centred and scaled convolution"] = ([1, 2, 4, 4], "conv2d batch_normalization", model => Convolution(model, "bias").Tensor("a", [3, 1, 1], Weights[6..9]).Tensor("g", [3, 1, 1], Weights[..3]).Tensor("b", [3, 1, 1], Weights[3..6])
            .Node("Sub", "c a", "d").Node("Div", "d g", "m").Node("Sub", "m b", "y")),
        ["shifted convolution"] = ([1, 2, 4, 4], "conv2d", model => Convolution(model).Tensor("b", [3, 1, 1], Weights[3..6]).Node("Add", "b c", "s").Node("Relu", "s", "y")),
        ["a scale that others read past"] = ([1, 2, 4, 4], "conv2d constant expression expression", model => Convolution(model).Tensor("g", [3, 1, 1], Weights[..3]).Node("Mul", "c g", "m").Node("Add", "m c", "y")),
        ["a scale per pixel"] = ([1, 2, 4, 4], "conv2d constant expression", model => Convolution(model).Tensor("g", [1, 1, 4], Weights[..4]).Node("Mul", "c g", "y")),
        ["scaled product"] = ([1, 3, 8], "dense batch_normalization", model => model.Tensor("w", [8, 5], Weights[..40]).Tensor("g", [5], Weights[40..45]).Tensor("b", [5], Weights[45..50]).Node("MatMul", "x w", "c").Node("Mul", "c g", "m").Node("Add", "m b", "y")),
        ["scaled rows of one"] = ([1, 8], "dense batch_normalization", model => model.Tensor("w", [8, 5], Weights[..40]).Tensor("a", [5], Weights[50..55]).Tensor("g", [5], Weights[40..45]).Node("Gemm", "x w a", "c").Node("Mul", "g c", "y")),
    };

    private readonly ModelFolder _folder = new();

    public static TheoryData<string> Names => [.. Models.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_out_is_a_layer_again(string name)
    {
        (int[] shape, string layers, Func<ModelBuilder, ModelBuilder> build) = Models[name];
        ModelBuilder model = build(new ModelBuilder(opset: 13).Input("x", ["N", .. shape.Skip(1).Select(size => (object)size)])).Output("y");
        BoundModel bound = BoundModel.Of(model);
        Assert.Equal(layers, string.Join(" ", Types().Matches(bound.Text).Select(match => match.Groups[1].Value)));
        RuntimeAgreement.Check(_folder, model, bound, shape);
    }

    private static ModelBuilder Normal(ModelBuilder model, string square, string result = "n", long[]? axes = null)
    {
        Protobuf.AttributeProto along = ModelBuilder.Attribute("axes", axes ?? [-1]);
        model.Node("ReduceMean", "x", "mean", along).Node("Sub", "x mean", "d").Tensor("two", [], 2).Tensor("eps", [], 1e-5f);
        model = square == "Pow" ? model.Node("Pow", "d two", "q") : model.Node("Mul", "d d", "q");
        model.Node("ReduceMean", "q", "v", along).Node("Add", "v eps", "e1").Node("Sqrt", "e1", "r");
        return result.Length > 0 ? model.Node("Div", "d r", result) : model;
    }

    private static ModelBuilder Root(ModelBuilder model) => model.Tensor("two", [], 2).Tensor("eps", [], 1e-6f)
        .Node("Pow", "x two", "q").Node("ReduceMean", "q", "v", ModelBuilder.Attribute("axes", [-1])).Node("Add", "eps v", "e1").Node("Sqrt", "e1", "r");

    private static ModelBuilder Convolution(ModelBuilder model, string bias = "")
    {
        model.Tensor("w", [3, 2, 3, 3], Weights[..54]);
        return bias.Length > 0
            ? model.Tensor("bias", [3], Weights[60..63]).Node("Conv", "x w bias", "c", ModelBuilder.Attribute("pads", [1, 1, 1, 1]))
            : model.Node("Conv", "x w", "c", ModelBuilder.Attribute("pads", [1, 1, 1, 1]));
    }

    [GeneratedRegex("\"type\": \"([a-z0-9_]+)\", \"name\"")]
    private static partial Regex Types();
}
