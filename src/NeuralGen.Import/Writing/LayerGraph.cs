using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Writing;

/// <summary>Collects the layers of a network, which read tensors by name.</summary>
internal sealed class LayerGraph
{
    /// <summary>The most numbers that stand in the layer itself.</summary>
    private const int MostInline = 32;

    private readonly Dictionary<string, string> _views = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reads = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Layer> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);

    /// <summary>Gives names.</summary>
    public NameTable Names { get; } = new();

    /// <summary>The layers in their order.</summary>
    public List<Layer> Layers { get; } = [];

    /// <summary>Adds a layer.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">What the model calls its result.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="arguments">Its arguments; null ones are left out.</param>
    /// <returns>Its name.</returns>
    public string Add(string type, string name, IReadOnlyList<string> inputs, params (string Key, object? Value)[] arguments)
    {
        string own = Names.Claim(name);
        _names[own] = name;
        Layer layer = new(type, own, inputs, Present(arguments));
        Layers.Add(layer);
        _byName.Add(own, layer);
        Note(inputs);
        return own;
    }

    /// <summary>Adds a layer of several results.</summary>
    /// <returns>Their names.</returns>
    public string[] AddParts(string type, string[] names, IReadOnlyList<string> inputs, params (string Key, object? Value)[] arguments)
    {
        string[] parts = Array.ConvertAll(names, Names.Claim);
        Layers.Add(new Layer(type, Names.Claim(names[0] + " parts"), inputs, Present(arguments)) { Parts = parts });
        _parts.UnionWith(parts);
        Note(inputs);
        return parts;
    }

    /// <summary>The tensor of a layer with other axes.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="wanted">The shape that is wanted.</param>
    public string View(string layer, int[] shape, int[] wanted)
    {
        if (shape.SequenceEqual(wanted) || wanted.Length == 0)
        {
            return layer;
        }

        string key = $"{layer} {Dimensions.Text(wanted)}";
        if (!_views.TryGetValue(key, out string? view))
        {
            view = Add("reshape", layer + " as " + string.Join(" x ", wanted), [layer], ("shape", wanted));
            _views.Add(key, view);
        }

        return view;
    }

    /// <summary>The layer of a value with its own shape, or the one that is wanted.</summary>
    public string Read(Value value, int[]? shape = null)
    {
        if (value.Layer is null)
        {
            Literal literal = value.Constant ?? throw new InvalidOperationException(value.Name);
            if (literal.Kind.Word() is not { } word)
            {
                throw ImportException.Of(ImportRules.Data, value.Name, $"elements of type {literal.Kind.Name()} are computed with");
            }

            value.LayerShape = value.Shape.Length == 0 ? [1] : value.Shape;
            bool isInline = !literal.Kind.IsFloat() || literal.Count <= MostInline;
            Literal shaped = literal.Reshaped(value.LayerShape);
            value.Layer = Add("constant", value.Name, [], ("values", isInline ? new JsonFragment(JsonNumbers.Nested(shaped)) : new Numbers(value.Name, shaped)), ("element_type", word == "float" ? null : word));
        }

        return View(value.Layer, value.LayerShape, shape ?? value.Shape);
    }

    /// <summary>Whether a layer is read by nobody yet.</summary>
    public bool IsUnread(string layer) => !_reads.ContainsKey(layer);

    /// <summary>The layer of one result that computes a tensor; null for an input or a part.</summary>
    public Layer? Find(string name) => _byName.TryGetValue(name, out Layer? layer) ? layer : null;

    /// <summary>Takes what a layer computes for an output: true the first time, and never for an input.</summary>
    private bool TakeForOutput(string layer) => (_byName.ContainsKey(layer) || _parts.Contains(layer)) && _outputs.Add(layer);

    /// <summary>An output of the network: the layer that computes a tensor, or one of its own where that is an input or comes out already.</summary>
    /// <param name="value">The tensor.</param>
    /// <param name="name">What the output is called.</param>
    /// <param name="shape">Its shape.</param>
    public Port Output(Value value, string name, int[] shape)
    {
        string layer = Read(value, shape);
        if (!TakeForOutput(layer))
        {
            layer = Add("reshape", name, [layer], ("shape", shape));
        }

        return new Port(IsNamed(layer, name) ? layer : Names.Claim(name), shape, value.Kind, layer);
    }

    /// <summary>Whether a layer has the name that the model gives to a tensor.</summary>
    private bool IsNamed(string layer, string name) => _names.TryGetValue(layer, out string? known) && known == name;

    private void Note(IEnumerable<string> inputs)
    {
        foreach (string input in inputs)
        {
            _reads[input] = (_reads.TryGetValue(input, out int count) ? count : 0) + 1;
        }
    }

    private static List<(string Key, object Value)> Present((string Key, object? Value)[] arguments) =>
        [.. arguments.Where(argument => argument.Value is not null).Select(argument => (argument.Key, argument.Value!))];
}
