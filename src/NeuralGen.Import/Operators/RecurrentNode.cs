using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>What a recurrent node says.</summary>
/// <param name="Name">The operator.</param>
/// <param name="Data">The sequences: [steps, batch, features], or with the batch first.</param>
/// <param name="Weights">[directions, gates·units, features].</param>
/// <param name="RecurrentWeights">[directions, gates·units, units].</param>
internal sealed record RecurrentNode(string Name, Value Data, Value Weights, Value RecurrentWeights)
{
    private static readonly string[] Directed = ["forward", "reverse", "bidirectional"];

    /// <summary>The biases, [directions, 2·gates·units]; null for none.</summary>
    public Value? Bias { get; init; }

    /// <summary>The hidden state before the first step, [directions, batch, units]; null where it is 0.</summary>
    public Value? Hidden { get; init; }

    /// <summary>The cell state before it; null where it is 0.</summary>
    public Value? Cell { get; init; }

    /// <summary>What gates get from the cell state, [directions, 3·units]; null for nothing.</summary>
    public Value? Peepholes { get; init; }

    /// <summary>The activations of each direction: of gates, of candidates, of the cell state.</summary>
    public required RecurrentActivation[][] Activations { get; init; }

    /// <summary>How many steps each sequence has, where that is known and not all of them; else null.</summary>
    public int[]? Lengths { get; init; }

    /// <summary>How many steps each sequence has, where that is data: [batch]; else null.</summary>
    public Value? OpenLengths { get; init; }

    /// <summary>forward, reverse or bidirectional.</summary>
    public required string Direction { get; init; }

    /// <summary>How many steps there are.</summary>
    public required int Steps { get; init; }

    /// <summary>How many sequences there are.</summary>
    public required int Batch { get; init; }

    /// <summary>How many values a hidden state has.</summary>
    public required int Units { get; init; }

    /// <summary>How many values a step has.</summary>
    public int Features => Weights.Shape[2];

    /// <summary>How many directions there are.</summary>
    public int Directions => Direction == "bidirectional" ? 2 : 1;

    /// <summary>Whether both directions have the same activations.</summary>
    public bool AreDirectionsAlike => Activations[0].SequenceEqual(Activations[Directions - 1]);

    /// <summary>Whether there is one sequence of known length and all numbers are known, as a layer needs it, and layers have its activations.</summary>
    public bool IsLayer => Batch == 1 && OpenLengths is null && (Lengths is null || Lengths[0] > 0)
        && new[] { Weights, RecurrentWeights, Bias, Peepholes }.All(value => value is null or { Constant: not null })
        && Activations.All(direction => Array.TrueForAll(direction, activation => activation.Type is not null));

    /// <summary>Whether a direction goes from the last step to the first.</summary>
    public bool IsReverse(int direction) => direction == 1 || Direction == "reverse";

    /// <summary>Zeros as a state.</summary>
    public Value Zeros(NodeTranslation node) => new(node.OutputName() + " zeros", Data.Kind, [Directions, Batch, Units])
    {
        Constant = Literal.Of(Data.Kind, [Directions, Batch, Units], new double[Directions * Batch * Units]),
    };

    /// <summary>The arguments of a layer that say the activations of a direction.</summary>
    public IEnumerable<(string Key, object? Value)> ActivationArguments(int direction)
    {
        RecurrentActivation[] activations = Activations[direction];
        string[] keys = Name == "RNN" ? ["activation"] : Name == "GRU" ? ["recurrent_activation", "activation"] : ["recurrent_activation", "activation", "output_activation"];
        for (int i = 0; i < keys.Length; i++)
        {
            bool isDefault = activations[i].Is(keys[i] == "recurrent_activation" ? "sigmoid" : "tanh") && (keys[i] != "output_activation" || activations[1].Is("tanh"));
            yield return (keys[i], isDefault ? null : activations[i].Text);
        }
    }

    /// <summary>Reads a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">The operator.</param>
    /// <param name="gates">How many gates it has.</param>
    public static RecurrentNode Of(NodeTranslation node, string name, int gates)
    {
        (Value data, Value weights, Value recurrent) = (node.Input(0), node.Input(1), node.Input(2));
        string direction = node.Text("direction", "forward");
        int directions = direction == "bidirectional" ? 2 : 1;
        int batch = node.Flag("layout", false) ? 0 : 1;
        if (Array.IndexOf(Directed, direction) < 0)
        {
            throw node.Fail($"its direction is '{direction}'; it can be forward, reverse or bidirectional");
        }

        if (data.Shape.Length != 3 || weights.Shape.Length != 3 || recurrent.Shape.Length != 3 || weights.Shape[2] != data.Shape[2] || weights.Shape[0] != directions || recurrent.Shape[0] != directions
            || recurrent.Shape[1] != gates * recurrent.Shape[2] || weights.Shape[1] != recurrent.Shape[1])
        {
            throw node.Fail($"weights of shape {Dimensions.Text(weights.Shape)} and {Dimensions.Text(recurrent.Shape)} do not fit {Dimensions.Text(data.Shape)} in {directions} {(directions == 1 ? "direction" : "directions")}");
        }

        int units = recurrent.Shape[2];
        if (node.Has("hidden_size") && node.Integer("hidden_size", 0) != units)
        {
            throw node.Fail($"its hidden_size is {node.Integer("hidden_size", 0)}, and its weights are for {units}");
        }

        int steps = data.Shape[1 - batch];
        int sequences = data.Shape[batch];
        Value? lengths = Sized(node, 4, [sequences]);
        int[]? known = lengths?.Constant is null ? null : node.Integers(4, "the lengths of the sequences");
        if (Array.Find(known ?? [], length => length < 0 || length > steps) is var wrong and not 0)
        {
            throw node.Fail($"its sequence_lens has {wrong}; there are {steps} steps");
        }

        return new RecurrentNode(name, data, weights, recurrent)
        {
            Bias = Sized(node, 3, [directions, 2 * gates * units]),
            Hidden = State(node, 5, [directions, sequences, units], batch == 0),
            Cell = name == "LSTM" ? State(node, 6, [directions, sequences, units], batch == 0) : null,
            Peepholes = name == "LSTM" ? Sized(node, 7, [directions, 3 * units]) : null,
            Activations = RecurrentActivation.Read(node, name == "RNN" ? ["Tanh"] : name == "GRU" ? ["Sigmoid", "Tanh"] : ["Sigmoid", "Tanh", "Tanh"], directions),
            Lengths = known?.Any(length => length != steps) == true ? known : null,
            OpenLengths = known is null ? lengths : null,
            Direction = direction,
            Steps = steps,
            Batch = sequences,
            Units = units,
        };
    }

    private static Value? Sized(NodeTranslation node, int index, int[] shape) =>
        node.Optional(index) is not { } value ? null
        : value.Shape.SequenceEqual(shape) ? value
        : throw node.Fail($"input {index} has the shape {Dimensions.Text(value.Shape)}; it needs {Dimensions.Text(shape)}");

    /// <summary>A state before the first step; zeros are none.</summary>
    private static Value? State(NodeTranslation node, int index, int[] shape, bool isBatchFirst)
    {
        int[] declared = isBatchFirst ? [shape[1], shape[0], shape[2]] : shape;
        Value? value = Sized(node, index, declared);
        if (value is null || value.Constant?.Numbers().All(number => number == 0) == true)
        {
            return null;
        }

        return isBatchFirst && shape[0] > 1 && shape[1] > 1 ? ShapeOperators.Transpose(node, value, [1, 0, 2]) : node.View(value, shape);
    }
}
