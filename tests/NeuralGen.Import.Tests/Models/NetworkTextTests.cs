using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Tests.Models;

/// <summary>What models become: what a person could have written.</summary>
public sealed class NetworkTextTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_perceptron_becomes_dense_layers_with_their_activations()
    {
        ModelBuilder model = new ModelBuilder()
            .Input("onnx::Gemm_0", "N", 2)
            .Tensor("w1", [3, 2], 1, 2, 3, 4, 5, 6).Tensor("b1", [3], 0.5f, 0, -1)
            .Tensor("w2", [3, 1], 1, 2, 3).Tensor("b2", [1], 4)
            .Node("Gemm", "onnx::Gemm_0 w1 b1", "h", ModelBuilder.Attribute("transB", 1L)).Node("Relu", "h", "r")
            .Node("MatMul", "r w2", "m").Node("Add", "m b2", "s").Node("Sigmoid", "s", "out.put")
            .Output("out.put");
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model.Bytes));
        Assert.Equal(
            $$"""
            // made of models/digits.onnx, which tests wrote
            {
              "name": "Digits",
              "namespace": "Vision",
              "source": { "producer": "tests", "opset": 17, "sha256": "{{hash}}" },
              "inputs": [{ "name": "onnxGemm0", "shape": [2] }],
              "outputs": [{ "name": "outPut", "shape": [1], "from": "m" }],
              "labels": ["no", "yes"],
              "layers": [
                { "type": "dense", "name": "h", "inputs": ["onnxGemm0"], "weights": [[1, 2], [3, 4], [5, 6]], "bias": [0.5, 0, -1], "activation": "relu" },
                { "type": "dense", "name": "m", "inputs": ["h"], "weights": [[1, 2, 3]], "bias": [4], "activation": "sigmoid" }
              ]
            }

            """,
            _folder.Network(model, new ImportOptions { Class = "Digits", Namespace = "Vision", Labels = "no;yes" }));
    }

    [Theory]
    [InlineData("Flatten")]
    [InlineData("Identity")]
    public void An_activation_changes_no_layer_that_others_read_under_another_name(string view)
    {
        ModelBuilder model = new ModelBuilder()
            .Input("x", "N", 2).Tensor("w", [2, 1], -1, -1)
            .Node("MatMul", "x w", "h").Node(view, "h", "f").Node("Relu", "f", "r").Node("Add", "h r", "y").Output("y");
        Assert.Equal([-3.0], BoundModel.Of(model).Predict(1, 2));
    }

    [Fact]
    public void An_activation_changes_no_layer_of_a_branch_that_others_read()
    {
        ModelBuilder model = new ModelBuilder().Input("x", "N", 2).Input("flag", ElementKind.Bool).Tensor("w", [2, 1], -1, -1);
        GraphProto graph = new() { Name = "then_branch" };
        NodeProto node = new() { OpType = "MatMul" };
        node.Input.AddRange(["x", "w"]);
        node.Output.Add("inner");
        graph.Node.Add(node);
        graph.Output.Add(new ValueInfoProto { Name = "inner" });
        model.Node("If", "", ["flag"], ["h"], new AttributeProto { Name = "then_branch", G = graph, Type = 5 }, Branch("else_branch", "Abs"));
        model.Node("Relu", "h", "r").Node("Add", "h r", "y").Output("y");
        Assert.Equal([-3.0], BoundModel.Of(model, new ImportOptions { Constants = "flag=1" }).Predict(1, 2));
    }

    [Fact]
    public void A_convolution_needs_no_other_axes()
    {
        ModelBuilder model = new ModelBuilder()
            .Input("image", "N", 1, 4, 4).Tensor("w", [1, 1, 3, 3], 1, 0, 0, 0, 1, 0, 0, 0, 1)
            .Node("Conv", "image w", "c", ModelBuilder.Attribute("pads", 1, 1, 1, 1)).Node("MaxPool", "c", "p", ModelBuilder.Attribute("kernel_shape", 2, 2), ModelBuilder.Attribute("strides", 2, 2))
            .Node("GlobalAveragePool", "p", "g").Node("Flatten", "g", "y").Output("y");
        string network = _folder.Network(model);
        Assert.Contains("\"shape\": [1, 4, 4]", network, StringComparison.Ordinal);
        Assert.DoesNotContain("reshape", network, StringComparison.Ordinal);
    }

    [Fact]
    public void Arithmetic_of_shapes_leaves_no_layer()
    {
        ModelBuilder model = new ModelBuilder()
            .Input("x", "N", 2, 3).Numbers("zero", 0).Numbers("minus", 2, -1)
            .Node("Shape", "x", "shape").Node("Gather", "shape zero", "batch").Node("Concat", "batch minus", "target", ModelBuilder.Attribute("axis", 0L))
            .Node("Reshape", "x target", "flat").Node("Neg", "flat", "y").Output("y");
        Assert.Contains("\"layers\": [\n    { \"type\": \"expression\", \"name\": \"y\", \"inputs\": [\"x\"], \"formula\": \"-x\" }\n  ]", _folder.Network(model), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_name_will_do()
    {
        string[] names = ["a\"b{c}\n", new string('z', 10_000), "日本", "a b", "a_b", "::", "class", "1"];
        ModelBuilder model = new ModelBuilder().Input(names[0], 1, 2);
        for (int i = 1; i < names.Length; i++)
        {
            model.Node("Neg", "", [names[i - 1]], [names[i]]);
        }

        string network = _folder.Network(model.Output(names[^1]));
        foreach (string name in (string[])["aBC", new string('z', 64), "日本", "aB", "aB2", "tensor0", "class"])
        {
            Assert.Contains($"\"name\": \"{name}\"", network, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Constants_resolve_branches_and_leave_the_signature()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Input("flag", ElementKind.Bool);
        model.Node("If", "", ["flag"], ["y"], Branch("then_branch", "Neg"), Branch("else_branch", "Abs")).Output("y");
        string network = _folder.Network(model, new ImportOptions { Constants = "flag=0" });
        Assert.Contains("abs(", network, StringComparison.Ordinal);
        Assert.DoesNotContain("flag", network, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_that_data_decide_stays_one()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Input("flag", ElementKind.Bool);
        model.Node("If", "", ["flag"], ["y"], Branch("then_branch", "Neg"), Branch("else_branch", "Abs")).Output("y");
        Assert.Contains("\"type\": \"branch\"", _folder.Network(model), StringComparison.Ordinal);
        BoundModel bound = BoundModel.Of(model);
        Assert.Equal([-3.0, 4], bound.PredictAll([3, -4], [1])[0]);
        Assert.Equal([3.0, 4], bound.PredictAll([3, -4], [0])[0]);
    }

    [Fact]
    public void Branches_whose_shapes_differ_are_refused_with_both()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Input("flag", ElementKind.Bool);
        model.Node("If", "", ["flag"], ["y"], Branch("then_branch", "Neg"), Branch("else_branch", "ReduceSum")).Output("y");
        Assert.StartsWith("NEURAL0408 ", Assert.Single(_folder.Problems(model.Bytes)), StringComparison.Ordinal);

        // What data decide, nobody can fix.
        model = new ModelBuilder().Input("x", 1, 2).Node("ReduceSum", "", ["x"], ["sum"]).Node("Greater", "", ["sum", "sum"], ["flag"]);
        model.Node("If", "", ["flag"], ["y"], Branch("then_branch", "Neg"), Branch("else_branch", "ReduceSum")).Output("y");
        Assert.Equal(
            ["NEURAL0407 Node 'y' (If, opset 17) cannot be compiled: what it gives as 'y' is float [1, 2] in one branch and float [1, 1] in the other, and which is chosen is not known before"],
            _folder.Problems(model.Bytes));
    }

    [Theory]
    [InlineData("x=1,2,3", "")]
    [InlineData("x=1,-2", "NEURAL0411 'InputShapes' of the item 'models/digits.onnx' has '1,-2' for 'x'; it takes whole numbers with commas between them")]
    [InlineData("y=1", "NEURAL0411 'InputShapes' of the item 'models/digits.onnx' names 'y', which is none of its inputs, 'x'")]
    public void Shapes_are_said_by_the_item(string shapes, string problem) => Assert.Equal(
        problem.Length == 0 ? [] : [problem],
        _folder.Problems(new ModelBuilder().Input("x", 1, "rows", "columns").Node("Relu", "x", "z").Output("z").Bytes, new ImportOptions { InputShapes = shapes })
            .Where(found => !found.StartsWith("NEURAL0409", StringComparison.Ordinal)));

    [Fact]
    public void Outputs_are_chosen_by_the_item()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Node("Relu", "x", "a").Node("Bernoulli", "x", "b").Node("Neg", "x", "c").Output("a").Output("b").Output("c");
        string network = _folder.Network(model, new ImportOptions { Outputs = "c;a" });
        Assert.Contains("\"outputs\": [{ \"name\": \"c\", \"shape\": [2] }, { \"name\": \"a\", \"shape\": [2] }]", network, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_done_twice_for_a_file_that_stays()
    {
        byte[] bytes = new ModelBuilder().Input("x", 1, 2).Node("Relu", "x", "y").Output("y").Bytes;
        (_, Build.ImportedFile file) = _folder.Import(bytes);
        DateTime first = File.GetLastWriteTimeUtc(file.Network);
        File.SetLastWriteTimeUtc(file.Network, first.AddHours(-1));
        Assert.Empty(file.Convert());
        Assert.Equal(first.AddHours(-1), File.GetLastWriteTimeUtc(file.Network));
        Assert.Empty(_folder.Import(bytes, new ImportOptions { Class = "Other" }).Problems);
        Assert.Contains("\"name\": \"Other\"", File.ReadAllText(file.Network), StringComparison.Ordinal);
    }

    private static AttributeProto Branch(string name, string type)
    {
        GraphProto graph = new() { Name = name };
        NodeProto node = new() { OpType = type };
        node.Input.Add("x");
        node.Output.Add(name + "_result");
        graph.Node.Add(node);
        graph.Output.Add(new ValueInfoProto { Name = name + "_result" });
        return new AttributeProto { Name = name, G = graph, Type = 5 };
    }
}
