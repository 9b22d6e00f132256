using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>Appends the operations of a recurrent layer: for each layer and direction the products with the input, then the recurrence.</summary>
/// <param name="layer">The layer.</param>
/// <param name="cell">What it does at each step.</param>
/// <param name="functions">Its activations.</param>
/// <param name="clip">The bound of what activations of gates and candidates read; 0 for none.</param>
/// <param name="isResetAfter">Whether a GRU multiplies with the reset gate behind the product.</param>
/// <param name="isCoupled">Whether the forget gate is 1 less the input gate.</param>
/// <param name="steps">How many steps there are.</param>
/// <param name="units">How many values a hidden state has.</param>
internal sealed class RecurrentStack(
    LayerBinding layer, RecurrentCell cell, RecurrentFunctions functions, double clip, bool isResetAfter, bool isCoupled, int steps, int units)
{
    /// <summary>What each layer and direction computes, and where its last hidden state begins there.</summary>
    private readonly List<(int Tensor, int Last)> _results = [];

    private int _directions;

    private int ResultSize => (steps * units) + (cell == RecurrentCell.Lstm ? units : 0);

    private int Gates => RecurrentOperation.GatesOf(cell);

    private IEnumerable<(int Tensor, int Last)> TopLayer => _results.Skip(_results.Count - _directions);

    /// <summary>Appends all layers and directions.</summary>
    /// <param name="numbers">The numbers of each layer, direction by direction.</param>
    /// <param name="directions">How many directions there are.</param>
    /// <param name="isReversed">Whether a single direction goes from the end.</param>
    public void Append(IReadOnlyList<RecurrentNumbers> numbers, int directions, bool isReversed)
    {
        _directions = directions;
        for (int first = 0; first < numbers.Count; first += directions)
        {
            int sequence = first == 0 ? layer.Inputs[0] : layer.Append(Sequence, Join);
            for (int i = first; i < first + directions; i++)
            {
                _results.Add(AppendOne(numbers[i], sequence, i, i > first || isReversed));
            }
        }
    }

    private Shape Sequence => Shape.Of(steps, _directions * units);

    /// <summary>Appends what the layer gives by itself.</summary>
    /// <param name="isSequence">Whether that are the hidden states of all steps; else the last one of each direction.</param>
    public void AppendResult(bool isSequence)
    {
        (int Tensor, int Last)[] last = [.. TopLayer];
        layer.Append(isSequence ? Sequence : Shape.Vector(_directions * units), isSequence ? Join : output => Rows(last, output));
    }

    /// <summary>Appends what the layer gives under names: the hidden states of all steps, the last of each layer and direction, and the last cell states.</summary>
    /// <param name="names">The names, no more than there are results.</param>
    public void AppendParts(string[] names)
    {
        Shape states = _results.Count == 1 ? Shape.Vector(units) : Shape.Of(_results.Count, units);
        layer.AppendPart(names[0], Sequence, Join);
        if (names.Length > 1)
        {
            layer.AppendPart(names[1], states, output => Rows(_results, output));
        }

        if (names.Length > 2)
        {
            layer.AppendPart(names[2], states, output => Rows([.. _results.Select(result => (result.Tensor, steps * units))], output));
        }
    }

    private (int Tensor, int Last) AppendOne(RecurrentNumbers numbers, int sequence, int index, bool isReversed)
    {
        NetworkNumbers? bias = numbers.Bias is null ? null : layer.Own(numbers.Bias);
        int sums = layer.Append(Shape.Of(steps, Gates * units), output => Products(numbers, sequence, output, layer.Own(numbers.Weights), bias));
        int? hidden = State(1, index);
        int? state = State(2, index);
        int result = layer.Append(Shape.Vector(ResultSize), output => Whole(new RecurrentOperation(
            layer.Name, new([sums, .. Given(hidden), .. Given(state)]), output, cell, steps, units, layer.Own(numbers.RecurrentWeights), numbers.RecurrentBias is null ? null : layer.Own(numbers.RecurrentBias))
        {
            GateActivation = functions.Gate,
            Activation = functions.Candidate,
            OutputActivation = functions.Output,
            InputBias = bias,
            Peepholes = numbers.Peepholes is null ? null : layer.Own(numbers.Peepholes),
            Suffix = numbers.Suffix,
            HasInitialHidden = hidden is not null,
            HasInitialCell = state is not null,
            IsReversed = isReversed,
            IsResetAfter = isResetAfter,
            IsCoupled = isCoupled,
            Clip = clip,
            AreWeightsDeclared = numbers.AreDeclared,
        }));
        return (result, isReversed ? 0 : (steps - 1) * units);
    }

    /// <summary>What the gates of all steps get from the input: the rows go through one dense layer.</summary>
    private Operation Products(RecurrentNumbers numbers, int sequence, int output, NetworkNumbers weights, NetworkNumbers? bias)
    {
        if (steps == 1)
        {
            return Whole(new DenseOperation(layer.Name, LayerBinding.Of(sequence), output, Gates * units, weights, bias)
            {
                AreWeightsDeclared = numbers.AreDeclared,
                RecurrentSuffix = numbers.Suffix,
            });
        }

        Window rows = new(new([new WindowAxis(steps, 1, 1, 1, 0, 0, steps)]));
        return Whole(new ConvolutionOperation(layer.Name, LayerBinding.Of(sequence), output, rows, layer.ShapeOf(sequence)!.Features, Gates * units, 1, weights, bias)
        {
            AreWeightsDeclared = numbers.AreDeclared,
            AreChannelsLast = true,
            IsDense = true,
            RecurrentSuffix = numbers.Suffix,
        });
    }

    /// <summary>The state before the first step of a layer and direction; null where none is given.</summary>
    private int? State(int source, int index)
    {
        if (layer.Inputs.Count <= source)
        {
            return null;
        }

        int states = layer.Inputs[source];
        return layer.ShapeOf(states)!.Size == units ? states : layer.Append(Shape.Vector(units), output => Rows([(states, index * units)], output));
    }

    /// <summary>The hidden states of all steps of the top layer, those of its directions side by side.</summary>
    private Operation Join(int output)
    {
        IEnumerable<IndexBox> boxes = Enumerable.Range(0, _directions)
            .Select(direction => new IndexBox(new([0, direction * units]), new([steps, units]), direction, 0, new([units, 1])));
        return Whole(new MoveOperation(layer.Name, TopLayer.Select(result => result.Tensor).ToEquatableArray(), output, "concat", new IndexMap(Sequence, boxes.ToEquatableArray())));
    }

    /// <summary>Rows of some tensors, one below the other.</summary>
    private Operation Rows(IReadOnlyList<(int Tensor, int Start)> rows, int output)
    {
        IEnumerable<IndexBox> boxes = rows.Select((row, i) => new IndexBox(new([i, 0]), new([1, units]), i, row.Start, new([units, 1])));
        return Whole(new MoveOperation(layer.Name, rows.Select(row => row.Tensor).ToEquatableArray(), output, "slice", new IndexMap(Shape.Of(rows.Count, units), boxes.ToEquatableArray())));
    }

    private Operation Whole(Operation operation) => operation with { Whole = new CompositeLayer(layer.Type, layer.Sources), Arguments = layer.Arguments };

    private static int[] Given(int? tensor) => tensor is { } found ? [found] : [];
}
