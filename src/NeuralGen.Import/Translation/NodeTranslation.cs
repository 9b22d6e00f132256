using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Translation;

/// <summary>A node that is becoming layers: what it reads, its attributes, and ways to say what it computes.</summary>
/// <param name="node">The node.</param>
/// <param name="inputs">What it reads; null where an input is left out.</param>
/// <param name="graph">What its graph is becoming.</param>
internal sealed partial class NodeTranslation(Node node, Value?[] inputs, GraphTranslator graph)
{
    /// <summary>A tensor with more values is a mistake.</summary>
    public const int MostValues = 1 << 28;

    /// <summary>The node.</summary>
    public Node Node => node;

    /// <summary>The tensors that graphs within the node see.</summary>
    public required GraphScope Scope { get; init; }

    /// <summary>The version of its operator's domain.</summary>
    public long Version => node.Version;

    /// <summary>What the graph is becoming.</summary>
    public GraphTranslator Graph => graph;

    /// <summary>The layers so far.</summary>
    public LayerGraph Layers => graph.Layers;

    /// <summary>How many inputs are there, left out ones in the middle included.</summary>
    public int InputCount => inputs.Length;

    /// <summary>The inputs that are there.</summary>
    public Value[] Inputs => [.. inputs.OfType<Value>()];

    /// <summary>The same node for other inputs.</summary>
    public NodeTranslation With(Func<Value, Value> input) => new(node, Array.ConvertAll(inputs, value => value is null ? null : input(value)), graph) { Scope = Scope };

    /// <summary>An input that must be there.</summary>
    public Value Input(int index) => Optional(index) ?? throw Fail($"input {index} is missing");

    /// <summary>An input, or null where it is left out.</summary>
    public Value? Optional(int index) => index < inputs.Length ? inputs[index] : null;

    /// <summary>A failure of this node.</summary>
    public ImportException Fail(string reason) => ImportException.Of(ImportRules.Operator, Node.Name, Node.Words, reason);

    /// <summary>Whether an attribute is there.</summary>
    public bool Has(string attribute) => Node.Attributes.ContainsKey(attribute);

    /// <summary>An attribute; null where it is left out.</summary>
    public AttributeProto? Attribute(string name) => Node.Attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute : null;

    /// <summary>A whole number.</summary>
    public int Integer(string attribute, long absent) => Clamp(Attribute(attribute)?.I ?? absent);

    /// <summary>Whether a number that means yes or no is not 0.</summary>
    public bool Flag(string attribute, bool absent) => Attribute(attribute) is { } found ? found.I != 0 : absent;

    /// <summary>A float.</summary>
    public double Float(string attribute, double absent) => Attribute(attribute)?.F ?? absent;

    /// <summary>A text.</summary>
    public string Text(string attribute, string absent) => Attribute(attribute)?.S.ToStringUtf8() ?? absent;

    /// <summary>A list of whole numbers; null where it is left out.</summary>
    public int[]? Integers(string attribute) => Attribute(attribute) is { } found ? [.. found.Ints.Select(Clamp)] : null;

    /// <summary>The values of an input, which must be known.</summary>
    /// <param name="index">The input.</param>
    /// <param name="what">What they are, for the message.</param>
    public Literal Known(int index, string what) => Known(Input(index), what);

    /// <summary>The values of a tensor, which must be known.</summary>
    public Literal Known(Value value, string what)
    {
        return value.Constant ?? throw Open(value, what);
    }

    /// <summary>Says that a tensor must be known, and by which input it is not.</summary>
    public ImportException Open(Value value, string what)
    {
        string open = OpenInput(value)?.Name ?? value.Name;
        return ImportException.Of(ImportRules.Open, Node.Name, Node.Words, what, open, ImportSettings.Quote(open));
    }

    /// <summary>Whole numbers of an input, which must be known.</summary>
    public int[] Integers(int index, string what) => Array.ConvertAll(Known(index, what).Integers(), Clamp);

    /// <summary>What newer versions have as an input and older ones as an attribute; null where it is left out.</summary>
    public int[]? Integers(string attribute, int index, string what) => Optional(index) is not null ? Integers(index, what) : Integers(attribute);

    /// <summary>An axis counted from 0.</summary>
    public int Axis(int axis, int rank)
    {
        if (axis < -rank || axis >= Math.Max(rank, 1))
        {
            throw Fail($"axis {axis} does not exist in {rank} axes");
        }

        return axis < 0 ? axis + rank : axis;
    }

    /// <summary>Axes counted from 0, each once.</summary>
    public int[] Axes(int[] axes, int rank)
    {
        int[] counted = Array.ConvertAll(axes, axis => Axis(axis, rank));
        return counted.Distinct().Count() == counted.Length ? counted : throw Fail($"an axis is named twice in {Dimensions.Text(axes)}");
    }

    /// <summary>The name of a result.</summary>
    public string OutputName(int index = 0) => index < Node.Outputs.Count && Node.Outputs[index].Length > 0 ? Node.Outputs[index] : Node.Name;

    /// <summary>Whether anybody may read a result.</summary>
    public bool Wants(int output) => output < Node.Outputs.Count && Node.Outputs[output].Length > 0 && graph.UsesOf(Node.Outputs[output]) > 0;

    /// <summary>A result whose values are known.</summary>
    public Value Result(Literal values, int index = 0) => new(OutputName(index), values.Kind, values.Shape) { Constant = values, Sources = Inputs };

    /// <summary>A result that a layer computes.</summary>
    /// <param name="kind">What its elements are.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="layerShape">The shape of the layer's tensor.</param>
    /// <param name="index">Which result.</param>
    public Value Result(ElementKind kind, int[] shape, string layer, int[] layerShape, int index = 0) =>
        new(OutputName(index), kind, Checked(shape)) { Layer = layer, LayerShape = layerShape, Sources = Inputs, OwnsLayer = index == 0 };

    /// <summary>The values of a tensor with other axes.</summary>
    public Value View(Value value, int[] shape, int index = 0)
    {
        if (Dimensions.Count(shape) != value.Count)
        {
            throw Fail($"{Dimensions.Text(value.Shape)} has {value.Count} values, and {Dimensions.Text(shape)} has others");
        }

        if (value.Label is not null)
        {
            return new(OutputName(index), value.Kind, shape) { Label = value.Label, Sources = Inputs };
        }

        return value.Constant is { } literal
            ? Result(literal.Reshaped(shape), index)
            : new(OutputName(index), value.Kind, Checked(shape)) { Layer = Layers.Read(value, value.LayerShape), LayerShape = value.LayerShape, Sources = Inputs };
    }

    /// <summary>The node that computed a tensor, where it is of an operator of the standard; else null.</summary>
    public NodeTranslation? Made(Value value, string type) =>
        graph.MakerOf(value) is { } maker && maker.Node.Operator == type && maker.Node.Domain.Length == 0 && value.Constant is null ? maker : null;

    /// <summary>Adds a layer that reads one tensor.</summary>
    public string Add(string type, string input, params (string Key, object? Value)[] arguments) => Layers.Add(type, OutputName(), [input], arguments);

    /// <summary>The layer of a tensor that this node alone reads, so that it can be changed; null where others may see the change.</summary>
    public Layer? OwnLayer(Value value) =>
        value is { Constant: null, OwnsLayer: true, Layer: { } layer } && Node.Inputs.Contains(value.Name) && graph.UsesOf(value.Name) == 1 && Layers.IsUnread(layer)
            ? Layers.Find(layer)
            : null;

    /// <summary>A shape that can be.</summary>
    public int[] Checked(int[] shape) =>
        Array.Exists(shape, size => size < 0) ? throw Fail($"its result has the shape {Dimensions.Text(shape)}")
        : Dimensions.Count(shape) > MostValues ? throw Fail($"its result of shape {Dimensions.Text(shape)} has more than {MostValues} values")
        : shape;

    /// <summary>A 64-bit number as one of 32 bits; what lies beyond is the limit.</summary>
    public static int Clamp(long value) => (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, value));

    /// <summary>The first input of the network that a tensor depends on; null where there is none.</summary>
    public static Value? OpenInput(Value value)
    {
        HashSet<Value> seen = [];
        Stack<Value> open = new([value]);
        while (open.Count > 0)
        {
            Value next = open.Pop();
            if (!seen.Add(next) || next.Constant is not null)
            {
                continue;
            }

            if (next.Sources.Count == 0)
            {
                return next;
            }

            foreach (Value source in next.Sources)
            {
                open.Push(source);
            }
        }

        return null;
    }
}
