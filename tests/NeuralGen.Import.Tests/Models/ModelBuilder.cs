using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Tests.Models;

/// <summary>Builds a model, node by node.</summary>
internal sealed class ModelBuilder
{
    private readonly GraphProto _graph = new() { Name = "graph" };

    public ModelBuilder(long opset = 17, long format = 8)
    {
        Model = new ModelProto { IrVersion = format, ProducerName = "tests", Graph = _graph };
        Model.OpsetImport.Add(new OperatorSetIdProto { Version = opset });
    }

    /// <summary>The domain of its operators.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The model.</summary>
    public ModelProto Model { get; }

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes => Model.ToByteArray();

    /// <summary>Adds an input; a size may be a symbol.</summary>
    public ModelBuilder Input(string name, params object[] shape) => Input(name, ElementKind.Float, shape);

    /// <summary>Adds an input of a kind.</summary>
    public ModelBuilder Input(string name, ElementKind kind, params object[] shape)
    {
        _graph.Input.Add(Port(name, kind, shape));
        return this;
    }

    /// <summary>Adds an output whose shape is left open.</summary>
    public ModelBuilder Output(string name, ElementKind kind = ElementKind.Float)
    {
        _graph.Output.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TensorTypeProto { ElemType = (int)kind } } });
        return this;
    }

    /// <summary>Adds a tensor of floats.</summary>
    public ModelBuilder Tensor(string name, int[] shape, params float[] values)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)ElementKind.Float };
        tensor.Dims.AddRange(shape.Select(size => (long)size));
        tensor.FloatData.AddRange(values);
        _graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>Adds a list of 64-bit numbers.</summary>
    public ModelBuilder Numbers(string name, params long[] values)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)ElementKind.Int64 };
        tensor.Dims.Add(values.Length);
        tensor.Int64Data.AddRange(values);
        _graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>Adds a tensor as it is.</summary>
    public ModelBuilder Tensor(TensorProto tensor)
    {
        _graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>Adds a node.</summary>
    public ModelBuilder Node(string type, string inputs, string outputs, params AttributeProto[] attributes) => Node(type, "", inputs.Split(' '), outputs.Split(' '), attributes);

    /// <summary>Adds a node with a name.</summary>
    public ModelBuilder Node(string type, string name, string[] inputs, string[] outputs, params AttributeProto[] attributes)
    {
        NodeProto node = new() { OpType = type, Name = name, Domain = Domain };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        node.Attribute.AddRange(attributes);
        _graph.Node.Add(node);
        return this;
    }

    /// <summary>An attribute of a whole number.</summary>
    public static AttributeProto Attribute(string name, long value) => new() { Name = name, I = value, Type = 2 };

    /// <summary>An attribute of a float.</summary>
    public static AttributeProto Attribute(string name, float value) => new() { Name = name, F = value, Type = 1 };

    /// <summary>An attribute of whole numbers.</summary>
    public static AttributeProto Attribute(string name, params long[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 7 };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    private static ValueInfoProto Port(string name, ElementKind kind, object[] shape)
    {
        TensorShapeProto sizes = new();
        sizes.Dim.AddRange(shape.Select(size => size is string symbol ? new DimensionProto { DimParam = symbol } : new DimensionProto { DimValue = Convert.ToInt64(size, System.Globalization.CultureInfo.InvariantCulture) }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TensorTypeProto { ElemType = (int)kind, Shape = sizes } } };
    }
}
