using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Tests.Models;

/// <summary>One model, max(0, x·W + b), in the many ways in which files say it.</summary>
public sealed class EncodingTests
{
    private static readonly float[] Weights = [1, -2, 3, 0.5f, 4, -1];
    private static readonly float[] Bias = [0.5f, 1, -2];

    private static readonly double[] Expected = [1.5, 0, 6];

    private static readonly Dictionary<string, Func<ModelBuilder>> Cases = new(StringComparer.Ordinal)
    {
        ["typed data"] = () => Graph(Typed(), BiasTensor()),
        ["raw data"] = () => Graph(Raw(ElementKind.Float, Weights.SelectMany(BitConverter.GetBytes)), BiasTensor()),
        ["16-bit floats as whole numbers"] = () => Cast(Whole(ElementKind.Float16, Weights.Select(value => (int)BitConverter.HalfToUInt16Bits((Half)value)))),
        ["16-bit floats as bytes"] = () => Cast(Raw(ElementKind.Float16, Weights.SelectMany(value => BitConverter.GetBytes((Half)value)))),
        ["bfloat16 as whole numbers"] = () => Cast(Whole(ElementKind.BFloat16, Weights.Select(value => (int)(BitConverter.SingleToUInt32Bits(value) >> 16)))),
        ["bfloat16 as bytes"] = () => Cast(Raw(ElementKind.BFloat16, Weights.SelectMany(value => BitConverter.GetBytes((ushort)(BitConverter.SingleToUInt32Bits(value) >> 16))))),
        ["doubles"] = () => Cast(Doubles()),
        ["doubles as bytes"] = () => Cast(Raw(ElementKind.Double, Weights.SelectMany(value => BitConverter.GetBytes((double)value)))),
        ["signed bytes, scaled"] = () => Scaled(Whole(ElementKind.Int8, Weights.Select(value => (int)(2 * value)))),
        ["signed bytes as bytes, scaled"] = () => Scaled(Raw(ElementKind.Int8, Weights.Select(value => unchecked((byte)(sbyte)(2 * value))))),
        ["16-bit whole numbers, scaled"] = () => Scaled(Raw(ElementKind.Int16, Weights.SelectMany(value => BitConverter.GetBytes((short)(2 * value))))),
        ["64-bit whole numbers, scaled"] = () => Scaled(Raw(ElementKind.Int64, Weights.SelectMany(value => BitConverter.GetBytes((long)(2 * value))))),
        ["a mask of truth values as whole numbers"] = () => Masked(Whole(ElementKind.Bool, [1, 1, 1, 1, 1, 1])),
        ["a mask of truth values as bytes"] = () => Masked(Raw(ElementKind.Bool, new byte[] { 1, 1, 1, 1, 1, 1 })),
        ["sparse weights"] = Sparse,
        ["initialisers as inputs, as version 3 has them"] = () => Edit(Graph(Typed(), BiasTensor(), opset: 8, format: 3).Input("w", 2, 3).Input("b", 3), model => { }),
        ["the first version of Gemm that broadcasts by itself"] = () => Graph(Typed(), BiasTensor(), opset: 7),
        ["broadcast as version 6 says it"] = () => Old(),
        ["the newest versions"] = () => Graph(Typed(), BiasTensor(), opset: 26, format: 13),
        ["a constant node of a tensor"] = () => Node(new ModelBuilder().Input("x", "N", 2), Constant("w", new AttributeProto { Name = "value", T = Typed(), Type = 4 })).Tensor(BiasTensor()).Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y"),
        ["a constant node of floats"] = () => Node(new ModelBuilder().Input("x", "N", 2).Tensor(Typed()), Constant("b", Floats("value_floats", Bias))).Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y"),
        ["a constant node of one float"] = () => Node(Graph(Typed(), BiasTensor(), output: "z"), Constant("one", new AttributeProto { Name = "value_float", F = 1, Type = 1 })).Node("Mul", "z one", "y"),
        ["a constant node of whole numbers"] = () => Node(Graph(Typed(), BiasTensor(), output: "z"), Constant("shape", ModelBuilder.Attribute("value_ints", -1, 3))).Node("Reshape", "z shape", "y"),
        ["a constant node of one whole number"] = () => Node(Graph(Typed(), BiasTensor(), output: "z"), Constant("axis", ModelBuilder.Attribute("value_int", 0L))).Node("CumSum", "z axis", "y"),
        ["a constant node of sparse values"] = () => Node(new ModelBuilder().Input("x", "N", 2).Tensor(BiasTensor()), Constant("w", new AttributeProto { Name = "sparse_value", SparseTensor = SparseWeights(), Type = 11 })).Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y"),
        ["an input in the middle that is left out"] = () => Graph(Typed(), BiasTensor(), output: "z").Tensor("most", [], 99).Node("Clip", "", ["z", "", "most"], ["y"]),
        ["inputs at the end that are left out by empty names"] = () => Graph(Typed(), BiasTensor(), output: "z").Node("Clip", "", ["z", "", ""], ["y"]),
        ["results at the end that are left out by empty names"] = () => Graph(Typed(), BiasTensor(), output: "z").Node("Dropout", "", ["z"], ["y", ""]),
        ["nodes that nobody reads, whatever they are"] = () => Graph(Typed(), BiasTensor()).Node("Unheard", "x", "unread").Node("RandomNormalLike", "h", "noise"),
        ["nodes in no order"] = () => new ModelBuilder().Input("x", "N", 2).Tensor(Typed()).Tensor(BiasTensor()).Node("Relu", "s", "y").Node("Add", "p b", "s").Node("MatMul", "x w", "p").Output("y"),
        ["equal names of nodes"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Node.ToList().ForEach(node => node.Name = "same")),
        ["no names at all"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Name = model.ProducerName = ""),
        ["names with quotes, braces and newlines"] = () => Renamed("\"{\n}'\\ \u0000;=,"),
        ["names of 10,000 characters"] = () => Renamed(new string('é', 10_000)),
        ["names that are words of C#"] = () => Renamed("class"),
        ["names that differ in what identifiers cannot hold"] = () => Edit(Graph(Typed(), BiasTensor()), model => Rename(model, name => name switch { "x" => "a.b", "w" => "a:b", "b" => "a/b", "h" => "a b", _ => "a-b" })),
        ["versions of domains that nobody uses"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.OpsetImport.Add(new OperatorSetIdProto { Domain = "org.example", Version = 99 })),
        ["the domain by its long name"] = () => Edit(Graph(Typed(), BiasTensor()), model =>
        {
            model.OpsetImport[0].Domain = "ai.onnx";
            model.Graph.Node[0].Domain = "ai.onnx";
        }),
        ["a batch of -1"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Input[0].Type.TensorType.Shape.Dim[0] = new DimensionProto { DimValue = -1 }),
        ["a batch of 0"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Input[0].Type.TensorType.Shape.Dim[0] = new DimensionProto { DimValue = 0 }),
        ["a batch that says nothing"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Input[0].Type.TensorType.Shape.Dim[0] = new DimensionProto()),
        ["a batch of 1"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Input[0].Type.TensorType.Shape.Dim[0] = new DimensionProto { DimValue = 1 }),
        ["no batch"] = () => Edit(new ModelBuilder().Input("x", 2).Tensor(Typed()).Tensor(BiasTensor()).Node("MatMul", "x w", "p").Node("Add", "p b", "s").Node("Relu", "s", "y").Output("y"), model => { }),
        ["a declared shape of the output"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Output[0].Type.TensorType.Shape = new TensorShapeProto { Dim = { new DimensionProto { DimParam = "N" }, new DimensionProto { DimValue = 3 } } }),
        ["an output without a type"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.Graph.Output[0].Type = null),
        ["a function of the model"] = () => Function("", overload: ""),
        ["a function with an overload"] = () => Function("local", overload: "second"),
        ["attributes without types, as old files have them"] = () => Edit(new ModelBuilder().Input("x", "N", 2).Tensor(Transposed()).Tensor(BiasTensor()).Node("Gemm", "x w b", "h", new AttributeProto { Name = "transB", I = 1 }).Node("Relu", "h", "y").Output("y"), model => { }),
        ["tensors that nobody reads, of any type"] = () => Graph(Typed(), BiasTensor()).Tensor(new TensorProto { Name = "unread", DataType = (int)ElementKind.String, StringData = { ByteString.CopyFromUtf8("a") }, Dims = { 1 } }).Tensor(new TensorProto { Name = "complex", DataType = 14, Dims = { 1 } }),
        ["an empty tensor in an input that does not count"] = () => Graph(Typed(), BiasTensor(), output: "z").Tensor("none", [0]).Numbers("axes", 1).Numbers("back", -1, 3)
            .Node("Unsqueeze", "z axes", "u").Numbers("sizes", 1, 1, 3).Node("Resize", "", ["u", "none", "none", "sizes"], ["r"]).Node("Reshape", "r back", "y"),
        ["fields that nobody knows"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.MergeFrom([0xC2, 0x3E, 0x03, 1, 2, 3])),
        ["a number that stands in the file twice"] = () => Edit(Graph(Typed(), BiasTensor()), model => model.MergeFrom(new byte[] { 0x08, 0x08 })),
        ["a branch whose condition is a tensor"] = Branches,
        ["casts and copies that change nothing"] = () => Graph(Typed(), BiasTensor(), output: "z").Node("Cast", "z", "c", ModelBuilder.Attribute("to", 1L)).Node("Identity", "c", "i").Node("Dropout", "i", "y"),
        ["an output that comes out twice"] = () => Graph(Typed(), BiasTensor()).Node("Identity", "y", "again").Output("again"),
        ["an input that comes out"] = () => Graph(Typed(), BiasTensor()).Output("x"),
        ["a constant that comes out"] = () => Graph(Typed(), BiasTensor()).Output("b"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_is_the_same_however_it_is_written(string name)
    {
        BoundModel model = BoundModel.Of(Cases[name]());
        Assert.Equal(Expected, model.Predict(2, -2));
    }

    private static ModelBuilder Graph(TensorProto weights, TensorProto bias, long opset = 17, long format = 8, string output = "y") =>
        new ModelBuilder(opset, format).Input("x", "N", 2).Tensor(weights).Tensor(bias).Node("Gemm", "x w b", "h").Node("Relu", "h", output).Output("y");

    private static ModelBuilder Cast(TensorProto weights)
    {
        weights.Name = "stored";
        return new ModelBuilder().Input("x", "N", 2).Tensor(weights).Tensor(BiasTensor())
            .Node("Cast", "stored", "w", ModelBuilder.Attribute("to", 1L)).Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y");
    }

    private static ModelBuilder Scaled(TensorProto weights)
    {
        weights.Name = "stored";
        return new ModelBuilder().Input("x", "N", 2).Tensor(weights).Tensor(BiasTensor()).Tensor("half", [], 0.5f)
            .Node("Cast", "stored", "c", ModelBuilder.Attribute("to", 1L)).Node("Mul", "c half", "w").Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y");
    }

    private static ModelBuilder Masked(TensorProto mask)
    {
        mask.Name = "mask";
        TensorProto weights = Typed();
        weights.Name = "all";
        return new ModelBuilder().Input("x", "N", 2).Tensor(weights).Tensor(mask).Tensor("zero", [], 0).Tensor(BiasTensor())
            .Node("Where", "mask all zero", "w").Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y");
    }

    private static ModelBuilder Sparse()
    {
        ModelBuilder model = new ModelBuilder().Input("x", "N", 2).Tensor(BiasTensor()).Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y");
        model.Model.Graph.SparseInitializer.Add(SparseWeights());
        return model;
    }

    private static SparseTensorProto SparseWeights()
    {
        TensorProto indices = new() { Name = "places", DataType = (int)ElementKind.Int64, Dims = { 6 } };
        indices.Int64Data.AddRange([0, 1, 2, 3, 4, 5]);
        TensorProto values = Typed();
        values.Dims.Clear();
        values.Dims.Add(6);
        return new SparseTensorProto { Values = values, Indices = indices, Dims = { 2, 3 } };
    }

    private static ModelBuilder Old()
    {
        AttributeProto broadcast = ModelBuilder.Attribute("broadcast", 1L);
        return new ModelBuilder(6, 3).Input("x", "N", 2).Tensor(Typed()).Tensor(BiasTensor()).Node("MatMul", "x w", "p").Node("Add", "p b", "s", broadcast).Node("Relu", "s", "y").Output("y");
    }

    private static ModelBuilder Branches()
    {
        ModelBuilder model = Graph(Typed(), BiasTensor(), output: "z").Tensor(new TensorProto { Name = "flag", DataType = (int)ElementKind.Bool, Int32Data = { 1 } });
        GraphProto Inner(string type, string output) => new()
        {
            Name = type,
            Node = { new NodeProto { OpType = type, Input = { "z" }, Output = { output } } },
            Output = { new ValueInfoProto { Name = output } },
        };
        return model.Node("If", "", ["flag"], ["y"], new AttributeProto { Name = "then_branch", G = Inner("Identity", "same"), Type = 5 }, new AttributeProto { Name = "else_branch", G = Inner("Neg", "same"), Type = 5 });
    }

    private static ModelBuilder Function(string domain, string overload)
    {
        ModelBuilder model = new ModelBuilder().Input("x", "N", 2).Tensor(Typed()).Tensor(BiasTensor()).Output("y");
        NodeProto call = new() { OpType = "Layer", Domain = domain, Overload = overload, Input = { "x", "w", "b" }, Output = { "y" }, Attribute = { ModelBuilder.Attribute("scale", 1f) } };
        model.Model.Graph.Node.Add(call);
        FunctionProto function = new() { Name = "Layer", Domain = domain, Overload = overload, Input = { "in", "weights", "offset" }, Output = { "out" }, Attribute = { "scale" } };
        function.OpsetImport.Add(new OperatorSetIdProto { Version = 17 });
        function.Node.Add(new NodeProto { OpType = "Gemm", Input = { "in", "weights", "offset" }, Output = { "h" }, Attribute = { new AttributeProto { Name = "alpha", RefAttrName = "scale", Type = 1 } } });
        function.Node.Add(new NodeProto { OpType = "Relu", Input = { "h" }, Output = { "out" } });
        model.Model.Functions.Add(function);
        if (domain.Length > 0)
        {
            model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = 1 });
        }

        return model;
    }

    private static ModelBuilder Renamed(string suffix) => Edit(Graph(Typed(), BiasTensor()), model => Rename(model, name => name + suffix));

    private static void Rename(ModelProto model, Func<string, string> name)
    {
        foreach (NodeProto node in model.Graph.Node)
        {
            string[] inputs = [.. node.Input.Select(name)];
            string[] outputs = [.. node.Output.Select(name)];
            node.Input.Clear();
            node.Output.Clear();
            node.Input.AddRange(inputs);
            node.Output.AddRange(outputs);
        }

        foreach (TensorProto tensor in model.Graph.Initializer)
        {
            tensor.Name = name(tensor.Name);
        }

        foreach (ValueInfoProto port in model.Graph.Input.Concat(model.Graph.Output))
        {
            port.Name = name(port.Name);
        }
    }

    private static ModelBuilder Edit(ModelBuilder model, Action<ModelProto> edit)
    {
        edit(model.Model);
        return model;
    }

    private static ModelBuilder Node(ModelBuilder model, NodeProto node)
    {
        model.Model.Graph.Node.Add(node);
        return model;
    }

    private static NodeProto Constant(string name, AttributeProto value) => new() { OpType = "Constant", Output = { name }, Attribute = { value } };

    private static AttributeProto Floats(string name, float[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 6 };
        attribute.Floats.AddRange(values);
        return attribute;
    }

    private static TensorProto Typed()
    {
        TensorProto tensor = new() { Name = "w", DataType = (int)ElementKind.Float, Dims = { 2, 3 } };
        tensor.FloatData.AddRange(Weights);
        return tensor;
    }

    private static TensorProto Transposed()
    {
        TensorProto tensor = new() { Name = "w", DataType = (int)ElementKind.Float, Dims = { 3, 2 } };
        tensor.FloatData.AddRange([Weights[0], Weights[3], Weights[1], Weights[4], Weights[2], Weights[5]]);
        return tensor;
    }

    private static TensorProto Doubles()
    {
        TensorProto tensor = new() { Name = "w", DataType = (int)ElementKind.Double, Dims = { 2, 3 } };
        tensor.DoubleData.AddRange(Weights.Select(value => (double)value));
        return tensor;
    }

    private static TensorProto BiasTensor()
    {
        TensorProto tensor = new() { Name = "b", DataType = (int)ElementKind.Float, Dims = { 3 } };
        tensor.FloatData.AddRange(Bias);
        return tensor;
    }

    private static TensorProto Raw(ElementKind kind, IEnumerable<byte> bytes) => new() { Name = "w", DataType = (int)kind, Dims = { 2, 3 }, RawData = ByteString.CopyFrom([.. bytes]) };

    private static TensorProto Whole(ElementKind kind, IEnumerable<int> values)
    {
        TensorProto tensor = new() { Name = "w", DataType = (int)kind, Dims = { 2, 3 } };
        tensor.Int32Data.AddRange(values);
        return tensor;
    }
}
