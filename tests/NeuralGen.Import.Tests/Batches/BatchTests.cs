using NeuralGen.Import.Graphs;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Runtime;

namespace NeuralGen.Import.Tests.Batches;

/// <summary>Models of one input [N, 2, 4], by whether their samples meet; ONNX Runtime says the same.</summary>
public sealed class BatchTests : IDisposable
{
    private static readonly Dictionary<string, (bool HasBatches, Func<ModelBuilder, ModelBuilder> Build)> Models = new()
    {
        ["mean over the batch"] = (false, model => model.Node("ReduceMean", "x", "m", ModelBuilder.Attribute("axes", [0])).Node("Sub", "x m", "y")),
        ["mean over features"] = (true, model => model.Node("ReduceMean", "x", "m", ModelBuilder.Attribute("axes", [2])).Node("Sub", "x m", "y")),
        ["mean over all"] = (false, model => model.Node("ReduceMean", "x", "m").Node("Sub", "x m", "y")),
        ["softmax over the batch"] = (false, model => model.Node("Softmax", "x", "y", ModelBuilder.Attribute("axis", 0))),
        ["softmax over features"] = (true, model => model.Node("Softmax", "x", "y", ModelBuilder.Attribute("axis", 1))),
        ["sums over the batch"] = (false, model => model.Numbers("axis", 0).Node("CumSum", "x axis", "y")),
        ["largest of the batch"] = (false, model => model.Node("ArgMax", "x", "i", ModelBuilder.Attribute("axis", 0)).Node("Cast", "i", "f", ModelBuilder.Attribute("to", 1)).Node("Add", "x f", "y")),
        ["largest of features"] = (true, model => model.Node("ArgMax", "x", "i", ModelBuilder.Attribute("axis", 2)).Node("Cast", "i", "y", ModelBuilder.Attribute("to", 1))),
        ["likeness of samples"] = (false, model => model.Node("Flatten", "x", "f").Node("Transpose", "f", "t").Node("MatMul", "f t", "y")),
        ["likeness within samples"] = (true, model => model.Node("Transpose", "x", "t", ModelBuilder.Attribute("perm", [0, 2, 1])).Node("MatMul", "x t", "y")),
        ["twice behind itself"] = (false, model => model.Node("Concat", "x x", "y", ModelBuilder.Attribute("axis", 0))),
        ["beside itself"] = (true, model => model.Node("Concat", "x x", "y", ModelBuilder.Attribute("axis", 2))),
        ["the first sample for all"] = (false, model => model.Numbers("i", 0).Node("Gather", "x i", "f", ModelBuilder.Attribute("axis", 0)).Node("Add", "x f", "y")),
        ["the first row for all"] = (true, model => model.Numbers("i", 0).Node("Gather", "x i", "f", ModelBuilder.Attribute("axis", 1)).Node("Add", "x f", "y")),
        ["a slice of samples"] = (false, model => model.Numbers("s", 0).Numbers("e", 1).Node("Slice", "x s e s", "f").Node("Add", "x f", "y")),
        ["a slice of rows"] = (true, model => model.Numbers("s", 0).Numbers("e", 1).Numbers("a", 1).Node("Slice", "x s e a", "f").Node("Add", "x f", "y")),
        ["all samples as a slice"] = (true, model => model.Numbers("s", 0).Numbers("e", long.MaxValue).Node("Slice", "x s e s", "y")),
        ["all in one row"] = (false, model => model.Numbers("s", 1, -1).Node("Reshape", "x s", "f").Node("ReduceMean", "f", "m", ModelBuilder.Attribute("axes", [1])).Node("Add", "x m", "y")),
        ["rows of samples"] = (true, model => model.Numbers("s", -1, 4).Node("Reshape", "x s", "f").Tensor("w", [4, 4], Enumerable.Range(0, 16).Select(i => (float)i).ToArray()).Node("MatMul", "f w", "g").Numbers("t", -1, 2, 4).Node("Reshape", "g t", "y")),
        ["mean of rows of samples"] = (false, model => model.Numbers("s", -1, 4).Node("Reshape", "x s", "f").Node("ReduceMean", "f", "m", ModelBuilder.Attribute("axes", [0])).Node("Add", "x m", "y")),
        ["shape by shape"] = (true, model => model.Node("Shape", "x", "s").Numbers("i", 0).Node("Gather", "s i", "n").Numbers("r", -1).Node("Concat", "n r", "t", ModelBuilder.Attribute("axis", 0)).Node("Reshape", "x t", "y")),
        ["a copied size"] = (true, model => model.Numbers("s", 0, -1).Node("Reshape", "x s", "y")),
        ["time first and back"] = (true, model => model.Node("Transpose", "x", "t", ModelBuilder.Attribute("perm", [1, 0, 2])).Node("Softmax", "t", "s", ModelBuilder.Attribute("axis", 0)).Node("Transpose", "s", "y", ModelBuilder.Attribute("perm", [1, 0, 2]))),
        ["time first"] = (false, model => model.Node("Transpose", "x", "y", ModelBuilder.Attribute("perm", [1, 0, 2]))),
        ["heads of samples"] = (true, model => model.Numbers("s", -1, 2, 2, 2).Node("Reshape", "x s", "h").Node("Transpose", "h", "t", ModelBuilder.Attribute("perm", [0, 2, 1, 3]))
            .Numbers("m", -1, 2, 2).Node("Reshape", "t m", "b").Node("MatMul", "b b", "p").Node("Reshape", "p s", "u").Node("Transpose", "u", "y", ModelBuilder.Attribute("perm", [0, 2, 1, 3]))),
        ["a token before each sample"] = (true, model => model.Node("Shape", "x", "s").Numbers("i", 0).Node("Gather", "s i", "n").Numbers("r", 1, 4).Node("Concat", "n r", "t", ModelBuilder.Attribute("axis", 0))
            .Tensor("c", [1, 1, 4], 1, 2, 3, 4).Node("Expand", "c t", "e").Node("Concat", "e x", "y", ModelBuilder.Attribute("axis", 1))),
        ["zeros per sample"] = (true, model => model.Node("Shape", "x", "s").Node("ConstantOfShape", "s", "z").Node("Sub", "z x", "y")),
        ["numbers of samples"] = (false, model => model.Node("Shape", "x", "s").Tensor(Scalar("i", 0)).Tensor(Scalar("d", 1)).Node("Gather", "s i", "n").Node("Range", "i n d", "r")
            .Node("Cast", "r", "f", ModelBuilder.Attribute("to", 1)).Numbers("t", -1, 1, 1).Node("Reshape", "f t", "g").Node("Add", "x g", "y")),
        ["a sum by the number of samples"] = (false, model => model.Node("Shape", "x", "s").Numbers("i", 0).Node("Gather", "s i", "n").Node("Cast", "n", "f", ModelBuilder.Attribute("to", 1)).Node("Div", "x f", "y")),
        ["a sum by the number of rows"] = (true, model => model.Node("Shape", "x", "s").Numbers("i", 1).Node("Gather", "s i", "n").Node("Cast", "n", "f", ModelBuilder.Attribute("to", 1)).Node("Div", "x f", "y")),
        ["scale of all"] = (false, model => model.Node("DynamicQuantizeLinear", "x", "q s z").Node("DequantizeLinear", "q s z", "y")),
        ["differences of samples"] = (false, model => model.Numbers("a", 1).Numbers("b", 0).Node("Unsqueeze", "x a", "l").Node("Unsqueeze", "x b", "r").Node("Sub", "l r", "d").Node("ReduceSum", "d b", "y", ModelBuilder.Attribute("keepdims", 0))),
        ["a product within samples"] = (true, model => model.Node("Einsum", "", ["x", "x"], ["y"], Text("equation", "nij,nkj->nik"))),
        ["a product across samples"] = (false, model => model.Node("Einsum", "", ["x", "x"], ["y"], Text("equation", "nij,mij->nm"))),
        ["choices per sample"] = (true, model => model.Numbers("k", 2).Node("TopK", "x k", "y i", ModelBuilder.Attribute("axis", -1))),
        ["choices among samples"] = (false, model => model.Numbers("k", 1).Node("TopK", "x k", "t i", ModelBuilder.Attribute("axis", 0)).Node("Add", "x t", "y")),
        ["sequences of lengths that are data"] = (true, model => Gru(model.Numbers("all", 1, 2).Node("ReduceSum", "x all", "m", ModelBuilder.Attribute("keepdims", 0)).Tensor("low", [], 1).Tensor("high", [], 2)
            .Node("Clip", "m low high", "f").Node("Cast", "f", "l", ModelBuilder.Attribute("to", (long)ElementKind.Int32)))),
        ["sequences of one length"] = (true, model => Gru(model.Node("Shape", "x", "s").Numbers("i", 0).Node("Gather", "s i", "n").Tensor("one", [], 1).Node("Expand", "one n", "f").Node("Cast", "f", "l", ModelBuilder.Attribute("to", (long)ElementKind.Int32)))),
        ["sequences whose lengths count samples"] = (false, model => Gru(model.Node("Shape", "x", "s").Tensor(Scalar("i", 0)).Tensor(Scalar("d", 1)).Node("Gather", "s i", "n").Node("Range", "i n d", "q")
            .Node("Add", "q d", "e").Tensor(Scalar("two", 2)).Node("Min", "e two", "c").Node("Cast", "c", "l", ModelBuilder.Attribute("to", (long)ElementKind.Int32)))),
        ["a constant"] = (false, model => model.Tensor("c", [1, 4], 1, 2, 3, 4).Node("ReduceMax", "x", "m", ModelBuilder.Attribute("axes", [1])).Node("Identity", "c", "y")),
    };

    private readonly ModelFolder _folder = new();

    public static TheoryData<string> Names => [.. Models.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_has_batches_where_no_operation_mixes_samples(string name)
    {
        (bool hasBatches, Func<ModelBuilder, ModelBuilder> build) = Models[name];
        ModelBuilder model = build(new ModelBuilder(opset: 17).Input("x", "N", 2, 4)).Output("y");
        string network = _folder.Network(model);
        Assert.Equal(!hasBatches, network.Contains("\"batches\": false", StringComparison.Ordinal));
        if (RuntimeOracle.Missing.Length == 0)
        {
            Literal example = Literal.Of(ElementKind.Float, [1, 2, 4], [-2, 3, 1, 0.5, -0.25, 4, 2, -1]);
            Assert.Equal(hasBatches, BatchOracle.HasBatches(Path.Combine(_folder.Path, "digits.onnx"), [example]));
        }
    }

    [Fact]
    public void Inputs_and_outputs_that_have_no_batch_first_leave_batches_out()
    {
        Assert.Contains("\"batches\": false", _folder.Network(new ModelBuilder().Input("x", 2, "N").Node("Relu", "x", "y").Output("y")), StringComparison.Ordinal);
        Assert.Contains("\"batches\": false", _folder.Network(new ModelBuilder().Input("x", "N", 2).Input("scale").Node("Mul", "x scale", "y").Output("y")), StringComparison.Ordinal);
        Assert.DoesNotContain("batches", _folder.Network(new ModelBuilder().Input("x", "N", 2).Input("scale", "N", 1).Node("Mul", "x scale", "y").Output("y")), StringComparison.Ordinal);
        Assert.DoesNotContain("batches", _folder.Network(new ModelBuilder().Input("x", 1, 2).Node("Relu", "x", "y").Output("y")), StringComparison.Ordinal);
        string fixedScale = _folder.Network(new ModelBuilder().Input("x", "N", 2).Input("scale").Node("Mul", "x scale", "y").Output("y"), new ImportOptions { Constants = "scale=2" });
        Assert.DoesNotContain("batches", fixedScale, StringComparison.Ordinal);
    }

    /// <summary>A GRU over the rows of samples, whose lengths are <c>l</c>.</summary>
    private static ModelBuilder Gru(ModelBuilder model) => model.Tensor("w", [1, 3, 4], [.. Enumerable.Range(0, 12).Select(i => (i % 5) - 2f)]).Tensor("r", [1, 3, 1], 1, -1, 0.5f)
        .Node("Transpose", "x", "t", ModelBuilder.Attribute("perm", [1, 0, 2])).Node("GRU", "t w r  l", "g h", ModelBuilder.Attribute("hidden_size", 1)).Numbers("first", 0).Node("Squeeze", "h first", "y");

    private static Protobuf.AttributeProto Text(string name, string value) => new() { Name = name, S = Google.Protobuf.ByteString.CopyFromUtf8(value), Type = 3 };

    private static Protobuf.TensorProto Scalar(string name, long value)
    {
        Protobuf.TensorProto tensor = new() { Name = name, DataType = (int)ElementKind.Int64 };
        tensor.Int64Data.Add(value);
        return tensor;
    }
}
