using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Writes a recurrent node as a layer; where its directions have other activations, as a layer each.</summary>
/// <param name="node">The node.</param>
/// <param name="recurrent">What it says.</param>
/// <param name="order">For each gate in our order its place.</param>
/// <param name="peepholeOrder">The same of peepholes.</param>
internal sealed class RecurrentLayers(NodeTranslation node, RecurrentNode recurrent, int[] order, int[] peepholeOrder)
{
    private readonly int _units = recurrent.Units;

    /// <summary>How many of the steps belong to the sequence.</summary>
    private readonly int _length = recurrent.Lengths is { } lengths ? lengths[0] : recurrent.Steps;

    /// <summary>Writes the layers.</summary>
    public Value[] Write()
    {
        (int steps, int directions) = (recurrent.Steps, recurrent.Directions);
        string sequence = node.Layers.Read(recurrent.Data, [steps, recurrent.Features]);
        if (_length < steps)
        {
            sequence = node.Layers.Add("slice", node.OutputName() + " sequence", [sequence], ("start", 0), ("end", _length));
        }

        string[] parts = recurrent.AreDirectionsAlike ? Add(sequence, 0, directions) : Joined(Add(sequence, 0, 1), Add(sequence, 1, 1));
        string all = _length == steps ? parts[0] : node.Layers.Add("pad", node.OutputName(), [parts[0]], ("padding", (int[])[0, 0, steps - _length, 0]));
        bool isBatchFirst = node.Flag("layout", false);
        List<Value> results = [node.Result(recurrent.Data.Kind, isBatchFirst ? [1, steps, directions, _units] : [steps, directions, 1, _units], all, [steps, directions * _units])];
        int[] state = directions == 1 ? [_units] : [directions, _units];
        for (int i = 1; i < parts.Length; i++)
        {
            results.Add(node.Result(recurrent.Data.Kind, isBatchFirst ? [1, directions, _units] : [directions, 1, _units], parts[i], state, i));
        }

        return [.. results];
    }

    /// <summary>What two layers compute, as one layer would give it.</summary>
    private string[] Joined(string[] forward, string[] backward) =>
    [
        .. forward.Select((part, i) => i == 0
            ? node.Layers.Add("concat", node.OutputName() + " steps", [part, backward[0]], ("axis", 1))
            : node.Layers.View(node.Layers.Add("concat", node.OutputName(i) + " both", [part, backward[i]]), [2 * _units], [2, _units])),
    ];

    /// <summary>Adds a layer for one direction or for both.</summary>
    /// <returns>Its parts: the hidden states of all steps, the last, and an LSTM's cell state.</returns>
    private string[] Add(string sequence, int first, int count)
    {
        List<string> inputs = [sequence];
        if (recurrent.Hidden is not null || recurrent.Cell is not null)
        {
            inputs.Add(State(recurrent.Hidden ?? recurrent.Zeros(node), first, count));
        }

        if (recurrent.Cell is { } cell)
        {
            inputs.Add(State(cell, first, count));
        }

        List<(string, object?)> arguments =
        [
            ("units", _units),
            ("bidirectional", count == 2 ? true : null),
            ("reversed", count == 1 && recurrent.IsReverse(first) ? true : null),
            ("linear_before_reset", recurrent.Name == "GRU" && !node.Flag("linear_before_reset", false) ? false : null),
            ("coupled", recurrent.Name == "LSTM" && node.Flag("input_forget", false) ? true : null),
            ("clip", node.Has("clip") && node.Float("clip", 0) > 0 ? node.Float("clip", 0) : null),
            .. recurrent.ActivationArguments(first),
            ("use_bias", recurrent.Bias is null ? false : null),
        ];
        for (int direction = first; direction < first + count; direction++)
        {
            AddNumbers(arguments, direction, direction > first ? "_reverse" : "");
        }

        string name = node.OutputName() + (first == 1 ? " reverse" : "");
        string[] names = [name, name + " last", .. recurrent.Name == "LSTM" ? [name + " cell"] : Array.Empty<string>()];
        return node.Layers.AddParts(recurrent.Name.ToLowerInvariant(), names, inputs, [.. arguments]);
    }

    /// <summary>The state before the first step of some directions.</summary>
    private string State(Value value, int first, int count)
    {
        int directions = recurrent.Directions;
        string all = node.Layers.Read(value, directions == 1 ? [_units] : [directions, _units]);
        return count == directions ? all
            : node.Layers.View(node.Layers.Add("slice", value.Name + " direction", [all], ("start", first), ("end", first + 1)), [1, _units], [_units]);
    }

    private void AddNumbers(List<(string, object?)> arguments, int direction, string suffix)
    {
        arguments.Add(("weights" + suffix, Gates(recurrent.Weights, direction, order, recurrent.Features, 0)));
        arguments.Add(("recurrent_weights" + suffix, Gates(recurrent.RecurrentWeights, direction, order, _units, 0)));
        if (recurrent.Bias is { } bias)
        {
            arguments.Add(("bias" + suffix, Gates(bias, direction, order, null, 0, parts: 2)));
            arguments.Add(("recurrent_bias" + suffix, Gates(bias, direction, order, null, order.Length * _units, ".recurrent", 2)));
        }

        if (recurrent.Peepholes is { } peepholes)
        {
            arguments.Add(("peepholes" + suffix, Gates(peepholes, direction, peepholeOrder, null, 0)));
        }
    }

    /// <summary>The numbers of one direction, gate by gate in our order: a matrix of that many columns, or a vector.</summary>
    private Numbers Gates(Value value, int direction, int[] gates, int? width, int start, string suffix = "", int parts = 1)
    {
        int columns = width ?? 1;
        int[] shape = width is null ? [gates.Length * _units] : [gates.Length * _units, columns];
        int first = (direction * gates.Length * _units * columns * parts) + start;
        int[] places = Dimensions.Walk([gates.Length * _units, columns], at => first + (((gates[at[0] / _units] * _units) + (at[0] % _units)) * columns) + at[1]);
        return new Numbers(value.Name + suffix + (direction == 1 ? "_reverse" : ""), value.Constant!.At(shape, places));
    }
}
