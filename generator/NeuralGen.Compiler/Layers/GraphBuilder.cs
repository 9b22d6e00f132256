using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>The network while it is being bound: tensors whose shapes may still be hidden by a mistake, and operations.</summary>
/// <param name="precision">The precision of the network.</param>
/// <param name="problems">Where to report.</param>
internal sealed class GraphBuilder(Precision precision, ProblemList problems)
{
    /// <summary>What a single input is called.</summary>
    public const string SingleInput = "input";

    private readonly List<(string Name, Shape? Shape, ElementType Type)> _tensors = [];
    private readonly List<Operation> _operations = [];
    private readonly NumberIds _numbers = new();
    private readonly HashSet<int> _spatial = [];
    private readonly Dictionary<string, int> _byLayer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _parts = new(StringComparer.Ordinal);

    /// <summary>The precision of the network.</summary>
    public Precision Precision => precision;

    /// <summary>Where to report.</summary>
    public ProblemList Problems => problems;

    /// <summary>Whether training finds values that are not given.</summary>
    public bool IsTrainable { get; init; }

    /// <summary>Whether training may find values that are not given; also when a mistake hides that.</summary>
    public bool MayBeTrainable { get; init; }

    /// <summary>The order in which layers that do not say it themselves give their weights; null when a mistake hides it.</summary>
    public WeightLayout? Layout { get; init; } = WeightLayout.UnitsInputs;

    /// <summary>The file that layers take their weights from; null when there is none.</summary>
    public WeightsFile? Weights { get; init; }

    /// <summary>Binds networks within layers.</summary>
    public BodyBinding Bodies { get; init; } = (_, _, _) => null;

    /// <summary>Whether the program reads the numbers of that file in place, so that the compiler need not know them.</summary>
    public bool ReadsStoredNumbers { get; init; }

    /// <summary>The tensor computed last, which is the network's output in the end unless another is.</summary>
    public int Last => _tensors.Count - 1;

    /// <summary>How many of the tensors are inputs.</summary>
    public int InputCount { get; private set; } = 1;

    /// <summary>Whether there is a layer yet.</summary>
    public bool HasLayers => _tensors.Count > InputCount;

    /// <summary>The layers, and the input, whose tensors a later layer may read.</summary>
    public IEnumerable<string> Names => _byLayer.Keys;

    /// <summary>Where the row of weights of each unit stands, by layer.</summary>
    public Dictionary<string, Func<int, Place>> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a layer is declared; null where that is not known.</summary>
    public Place? PlaceOf(string layer) => _places.TryGetValue(layer, out Place? place) ? place : null;

    /// <summary>Notes where a layer is declared.</summary>
    public void NotePlace(string layer, Place place) => _places[layer] = place;

    /// <summary>The operations in order.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Numbers that become a part of the network.</summary>
    public NetworkNumbers Own(NumberArray values) => _numbers.Add(values);

    /// <summary>The size of a tensor; null when a mistake before it hides that.</summary>
    public int? SizeOf(int tensor) => _tensors[tensor].Shape?.Size;

    /// <summary>The shape of a tensor; null when a mistake before it hides that.</summary>
    public Shape? ShapeOf(int tensor) => _tensors[tensor].Shape;

    /// <summary>What the elements of a tensor are.</summary>
    public ElementType TypeOf(int tensor) => _tensors[tensor].Type;

    /// <summary>Whether the first axis of a tensor are the channels of an image, a volume or a sequence.</summary>
    public bool IsSpatial(int tensor) => _spatial.Contains(tensor);

    /// <summary>Notes that the first axis of all tensors from one on are channels.</summary>
    public void NoteSpatial(int first) => _spatial.UnionWith(Enumerable.Range(first, _tensors.Count - first));

    /// <summary>The name of a tensor.</summary>
    public string NameOf(int tensor) => _tensors[tensor].Name;

    /// <summary>The tensor that a layer computes.</summary>
    public bool TryFind(string layer, out int tensor) => _byLayer.TryGetValue(layer, out tensor);

    /// <summary>Finds the activation of an output; null when it has none.</summary>
    /// <param name="output">The tensor that is the output.</param>
    /// <param name="activation">The activation.</param>
    /// <returns>False when a mistake hides it.</returns>
    public bool TryGetActivation(int output, out ActivationFunction? activation)
    {
        Operation? operation = null;
        for (int tensor = output; tensor >= InputCount; tensor = operation.Inputs[0])
        {
            operation = _operations.Find(candidate => candidate.Output == tensor);
            if (operation is not DropoutOperation)
            {
                activation = (operation as ActivationOperation)?.Function;
                return operation is not null;
            }
        }

        activation = null;
        return operation is not null;
    }

    /// <summary>Appends an operation, or, after a problem, just the tensor that it would have computed.</summary>
    /// <param name="layer">The layer's name; its tensor is the last that it appends.</param>
    /// <param name="shape">The shape of the tensor; null when that is hidden by a mistake.</param>
    /// <param name="create">Makes the operation, given the index of the tensor; null after a problem and for the input.</param>
    /// <param name="type">What the tensor's elements are.</param>
    /// <returns>The index of the tensor.</returns>
    public int Append(string layer, Shape? shape, Func<int, Operation>? create, ElementType type = ElementType.Float)
    {
        int index = _tensors.Count;
        _tensors.Add((layer, shape, type));
        _byLayer[layer] = index;
        if (create is not null)
        {
            _operations.Add(create(index));
        }

        return index;
    }

    /// <summary>Appends the operation of one of several outputs of a layer, which itself has no tensor that could be read.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="part">The output's name.</param>
    /// <param name="shape">The shape of its tensor; null when that is hidden by a mistake.</param>
    /// <param name="create">Makes the operation, given the index of the tensor; null after a problem.</param>
    /// <param name="type">What the tensor's elements are.</param>
    public void AppendPart(string layer, string part, Shape? shape, Func<int, Operation>? create, ElementType type)
    {
        Append(part, shape, create, type);
        if (!_parts.TryGetValue(layer, out List<string>? parts))
        {
            _parts.Add(layer, parts = []);
        }

        parts.Add(part);
    }

    /// <summary>The names of a layer's outputs in quotes, where it has several, else null.</summary>
    public string? PartsOf(string layer) => _parts.TryGetValue(layer, out List<string>? parts) ? string.Join(", ", parts.Select(part => $"'{part}'")) : null;

    /// <summary>Appends the network's inputs; a single one can be read as 'input' too, whatever its name.</summary>
    public void AppendInputs(EquatableArray<Port> ports)
    {
        InputCount = ports.Count;
        foreach (Port port in ports)
        {
            // Of two of one name, which is an error, the first is meant.
            bool isTaken = _byLayer.TryGetValue(port.Name, out int first);
            int index = Append(port.Name, port.Shape, null, port.Type);
            _byLayer[port.Name] = isTaken ? first : index;
        }

        if (ports.Count == 1)
        {
            _byLayer[SingleInput] = 0;
        }
    }

    /// <summary>Appends a tensor of which nothing is known, for a layer that cannot say what it reads.</summary>
    public int AppendUnknown()
    {
        _tensors.Add(("", null, ElementType.Float));
        return _tensors.Count - 1;
    }

    /// <summary>The tensors of a network without mistakes.</summary>
    public EquatableArray<Tensor> Tensors() => _tensors.Select(tensor => new Tensor(tensor.Name, tensor.Shape!, tensor.Type)).ToEquatableArray();
}
