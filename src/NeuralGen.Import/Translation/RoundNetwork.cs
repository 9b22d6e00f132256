using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Translation;

/// <summary>The network of one round of a loop: its graph, translated once, with what changes from round to round as inputs.</summary>
/// <param name="node">The node of the loop.</param>
/// <param name="graph">Its graph.</param>
internal sealed class RoundNetwork(NodeTranslation node, GraphProto graph)
{
    private readonly Dictionary<Value, Value> _taken = [];
    private readonly List<Value> _sources = [];
    private readonly List<Port> _captured = [];

    /// <summary>The layers.</summary>
    public LayerGraph Layers { get; } = new();

    /// <summary>What goes in besides what changes: tensors from around the loop that are not known, as its inputs have them.</summary>
    public IReadOnlyList<Port> Captured => _captured;

    /// <summary>The same tensors as they are around the loop.</summary>
    public IReadOnlyList<Value> Sources => _sources;

    /// <summary>A tensor that goes in.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="kind">What its elements are.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="places">Where the samples of a batch may lie in it.</param>
    public (Port Port, Value Value) Input(string name, ElementKind kind, int[] shape, IReadOnlyList<SampleAxis> places)
    {
        if (kind.Word() is null)
        {
            throw node.Fail($"'{name}' has elements of type {kind.Name()}");
        }

        int[] passed = Passed(shape);
        Port port = new(Layers.Names.Claim(name), passed, kind, name);
        return (port, new Value(name, kind, shape) { Layer = port.Name, LayerShape = passed, Places = places });
    }

    /// <summary>The axes with which a tensor goes in or comes out: layers do without a batch of 1.</summary>
    public static int[] Passed(int[] shape) => shape.Length == 0 ? [1] : shape.Length > 1 && shape[0] == 1 ? [.. shape.Skip(1)] : shape;

    /// <summary>Translates the graph.</summary>
    /// <param name="inputs">What its inputs are.</param>
    /// <returns>What its outputs are.</returns>
    public Value[] Translate(params Value[] inputs)
    {
        // The tensors that the graph brings along are the same in each round, too.
        GraphScope own = new(node.Scope);
        node.Graph.AddInitializers(graph, own);
        return Subgraph.Translate(node, graph, new GraphScope(own, Take), inputs);
    }

    /// <summary>What a tensor from around the loop is within it: what is known stays known, everything else goes in.</summary>
    private Value Take(Value outside)
    {
        if (_taken.TryGetValue(outside, out Value? known))
        {
            return known;
        }

        if (outside.Items is not null || outside.Label is not null)
        {
            throw node.Fail($"its graph reads '{outside.Name}', which is no tensor");
        }

        Value inside;
        if (outside.Constant is { } literal)
        {
            inside = new Value(outside.Name, outside.Kind, outside.Shape) { Constant = literal, Places = outside.Places, Twice = outside.Twice };
        }
        else
        {
            (Port port, inside) = Input(outside.Name, outside.Kind, outside.Shape, outside.Places);
            _sources.Add(outside);
            _captured.Add(port);
        }

        _taken.Add(outside, inside);
        return inside;
    }
}
