using System.Text.RegularExpressions;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Runtime;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Attention that models write out: its layer, and ONNX Runtime's results.</summary>
public sealed partial class WrittenAttentionTests : IDisposable
{
    private const int Steps = 6;

    private static readonly float[] Weights = [.. Enumerable.Range(0, 512).Select(i => (((i * 37) % 101) - 50) / 60f)];

    // What a case says of its products and mask, and whether it is one layer then.
    private static readonly Dictionary<string, (string Attention, string Arguments, Func<ModelBuilder, ModelBuilder> Scores)> Models = new()
    {
        ["scaled products"] = ("attention", "\"scale\": 0.5", model => Products(model).Tensor("c", [], 2).Node("Div", "s c", "r")),
        ["scaled by a factor"] = ("attention", "\"scale\": 0.5", model => Products(model).Tensor("c", [1], 0.5f).Node("Mul", "c s", "r")),
        ["scaled queries and keys"] = ("attention", "\"scale\": 0.5", model => model.Tensor("c", [], 2).Tensor("d", [], 0.5f).Tensor("two", [], 2).Node("Div", "qt c", "qs").Node("Mul", "kt d", "ks")
            .Node("Mul", "ks two", "kr").Node("MatMul", "qs kr", "r")),
        ["no scale"] = ("attention", "\"scale\": 1", model => Products(model, "r")),
        ["causal"] = ("attention", "\"causal\": true", model => Masked(Products(model), float.NegativeInfinity, [Steps, Steps])),
        ["causal, mask first, the least number"] = ("attention", "\"causal\": true", model => Masked(Products(model), float.MinValue, [1, 1, Steps, Steps], "m s")),
        ["softly masked"] = ("attention", "\"s\"|\"m\"", model => Masked(Products(model), -3, [Steps, Steps])),
        ["scaled, then masked"] = ("attention", "\"scale\": 0.5, \"causal\": true", model => Masked(Products(model, "p").Tensor("c", [], 2).Node("Div", "p c", "s"), float.NegativeInfinity, [Steps, Steps])),
        ["weights that are an output"] = ("matmul expression softmax matmul", "", model => Products(model).Tensor("c", [], 2).Node("Div", "s c", "r").Output("a")),
        ["softmax of queries"] = ("matmul expression softmax matmul", "", model => Products(model).Tensor("c", [], 2).Node("Div", "s c", "r").Node("Identity", "r", "t")),
    };

    private readonly ModelFolder _folder = new();

    public static TheoryData<string> Names => [.. Models.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_out_is_a_layer_again(string name)
    {
        (string attention, string arguments, Func<ModelBuilder, ModelBuilder> scores) = Models[name];
        ModelBuilder model = Build(scores, axis: name == "softmax of queries" ? 2 : 3);
        BoundModel bound = BoundModel.Of(model);
        string types = string.Join(" ", Types().Matches(bound.Text).Select(match => match.Groups[1].Value).Where(type => type is not ("dense" or "split" or "reshape" or "transpose" or "constant" or "slice")));
        Assert.Equal(attention, types);
        Assert.Matches(arguments, bound.Text);
        RuntimeAgreement.Check(_folder, model, bound, [1, Steps, 8]);
    }

    [Theory]
    [InlineData("attention_13", 1)]
    [InlineData("attention_17", 1)]
    [InlineData("encoder_12", 1)]
    [InlineData("encoder_17", 1)]
    [InlineData("encoder_layer_14", 1)]
    [InlineData("decoder_layer_14", 2)]
    public void Exports_of_PyTorch_have_it(string name, int count)
    {
        BoundModel bound = BoundModel.Of(File.ReadAllBytes(Path.Combine(Fixture.Root, "pytorch", name, "model.onnx")), "model.onnx");
        Assert.Equal(count, Types().Matches(bound.Text).Count(match => match.Groups[1].Value == "attention"));
        Assert.DoesNotContain("\"softmax\"", bound.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_are_turned_by_rows_only()
    {
        BoundModel bound = BoundModel.Of(Build(model => Products(model, "r"), axis: 3));
        MatchCollection turns = Regex.Matches(bound.Text, "\"axes\": \\[[^]]*");
        Assert.Equal(4, turns.Count);
        Assert.All(turns.Select(match => match.Value), axes => Assert.True(axes[^1] is '2' or '3', axes));
    }

    private static ModelBuilder Products(ModelBuilder model, string result = "s") => model.Node("MatMul", "qt kt", result);

    private static ModelBuilder Masked(ModelBuilder model, float hiding, int[] shape, string operands = "s m") => model
        .Tensor("m", shape, [.. Enumerable.Range(0, Steps * Steps).Select(i => i % Steps > i / Steps ? hiding : 0)]).Node("Add", operands, "r");

    private static ModelBuilder Build(Func<ModelBuilder, ModelBuilder> scores, int axis)
    {
        ModelBuilder model = new ModelBuilder(opset: 13).Input("x", "N", Steps, 8).Output("y").Tensor("w", [8, 24], Weights[..192]).Tensor("b", [24], Weights[192..216]);
        model.Node("MatMul", "x w", "p0").Node("Add", "p0 b", "qkv").Numbers("parts", 8, 8, 8).Node("Split", "qkv parts", "q k v", ModelBuilder.Attribute("axis", 2)).Numbers("heads", 0, Steps, 2, 4);
        AttributeProto rows = ModelBuilder.Attribute("perm", [0, 2, 1, 3]);
        model.Node("Reshape", "q heads", "qh").Node("Transpose", "qh", "qt", rows).Node("Reshape", "v heads", "vh").Node("Transpose", "vh", "vt", rows);
        model.Node("Reshape", "k heads", "kh").Node("Transpose", "kh", "kt", ModelBuilder.Attribute("perm", [0, 2, 3, 1]));
        return scores(model).Node("Softmax", "r", "a", ModelBuilder.Attribute("axis", axis)).Node("MatMul", "a vt", "o").Node("Transpose", "o", "ot", rows)
            .Numbers("back", 0, Steps, 8).Node("Reshape", "ot back", "y");
    }

    [GeneratedRegex("\"type\": \"([a-z0-9_]+)\", \"name\"")]
    private static partial Regex Types();
}
