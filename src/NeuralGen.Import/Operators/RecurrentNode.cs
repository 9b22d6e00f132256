using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>What a recurrent node says.</summary>
/// <param name="Name">The operator.</param>
/// <param name="Data">The sequences: [steps, batch, features], or with the batch first.</param>
/// <param name="Weights">[directions, gates·units, features].</param>
/// <param name="RecurrentWeights">[directions, gates·units, units].</param>
internal sealed record RecurrentNode(string Name, Value Data, Value Weights, Value RecurrentWeights)
{
    private static readonly string[] Directed = ["forward", "reverse", "bidirectional"];

    /// <summary>The functions, with their names in formulas and in layers.</summary>
    private static readonly Dictionary<string, string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Tanh"] = "tanh",
        ["Sigmoid"] = "sigmoid",
        ["Relu"] = "relu",
        ["LeakyRelu"] = "leaky_relu",
        ["HardSigmoid"] = "hard_sigmoid",
        ["Elu"] = "elu",
        ["Softsign"] = "softsign",
        ["Softplus"] = "softplus",
    };

    /// <summary>The biases, [directions, 2·gates·units]; null for none.</summary>
    public Value? Bias { get; init; }

    /// <summary>The hidden state before the first step, [directions, batch, units]; null where it is 0.</summary>
    public Value? Hidden { get; init; }

    /// <summary>The cell state before it; null where it is 0.</summary>
    public Value? Cell { get; init; }

    /// <summary>What gates get from the cell state, [directions, 3·units]; null for nothing.</summary>
    public Value? Peepholes { get; init; }

    /// <summary>The activations of a direction: of gates, of candidates, of the cell state.</summary>
    public required (string Type, (string Key, double Value)[] Arguments)[] Activations { get; init; }

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

    /// <summary>Whether all numbers are known and there is one sequence, as a layer needs it.</summary>
    public bool IsLayer => Batch == 1 && new[] { Weights, RecurrentWeights, Bias, Peepholes }.All(value => value is null or { Constant: not null });

    /// <summary>Whether a direction goes from the last step to the first.</summary>
    public bool IsReverse(int direction) => direction == 1 || Direction == "reverse";

    /// <summary>Zeros as a state.</summary>
    public Value Zeros(NodeTranslation node) => new(node.OutputName() + " zeros", Data.Kind, [Directions, Batch, Units])
    {
        Constant = Literal.Of(Data.Kind, [Directions, Batch, Units], new double[Directions * Batch * Units]),
    };

    /// <summary>The arguments of a layer that say its activations.</summary>
    public IEnumerable<(string Key, object? Value)> ActivationArguments(NodeTranslation node)
    {
        string[] keys = Name == "RNN" ? ["activation"] : Name == "GRU" ? ["recurrent_activation", "activation"] : ["recurrent_activation", "activation", "output_activation"];
        for (int i = 0; i < keys.Length; i++)
        {
            (string type, (string Key, double Value)[] arguments) = Activations[i];
            bool isDefault = arguments.Length == 0 && type == (keys[i] == "recurrent_activation" ? "sigmoid" : "tanh") && (keys[i] != "output_activation" || Activations[1].Type == "tanh");
            yield return (keys[i], isDefault ? null : new JsonFragment(arguments.Length == 0
                ? $"\"{type}\""
                : $"{{ \"type\": \"{type}\", {string.Join(", ", arguments.Select(argument => $"\"{argument.Key}\": {JsonNumbers.Text(argument.Value, ElementKind.Float)}"))} }}"));
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
        if (node.Optional(4) is not null && node.Integers(4, "the lengths of the sequences").Any(length => length != steps))
        {
            throw node.Fail($"its sequences are shorter than {steps} steps, which is not supported");
        }

        return new RecurrentNode(name, data, weights, recurrent)
        {
            Bias = Sized(node, 3, [directions, 2 * gates * units]),
            Hidden = State(node, 5, [directions, data.Shape[batch], units], batch == 0),
            Cell = name == "LSTM" ? State(node, 6, [directions, data.Shape[batch], units], batch == 0) : null,
            Peepholes = name == "LSTM" ? Sized(node, 7, [directions, 3 * units]) : null,
            Activations = Read(node, name, directions),
            Direction = direction,
            Steps = steps,
            Batch = data.Shape[batch],
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

    private static (string Type, (string Key, double Value)[] Arguments)[] Read(NodeTranslation node, string name, int directions)
    {
        string[] absent = name == "RNN" ? ["Tanh"] : name == "GRU" ? ["Sigmoid", "Tanh"] : ["Sigmoid", "Tanh", "Tanh"];
        string[] names = node.Attribute("activations") is { Strings.Count: > 0 } given ? [.. given.Strings.Select(text => text.ToStringUtf8())] : [.. Enumerable.Repeat(absent, directions).SelectMany(list => list)];
        double[] alphas = [.. node.Attribute("activation_alpha")?.Floats.Select(value => (double)value) ?? []];
        double[] betas = [.. node.Attribute("activation_beta")?.Floats.Select(value => (double)value) ?? []];
        if (names.Length != absent.Length * directions)
        {
            throw node.Fail($"it names {names.Length} activations; it needs {absent.Length * directions}");
        }

        if (directions == 2 && !names.Take(absent.Length).SequenceEqual(names.Skip(absent.Length), StringComparer.OrdinalIgnoreCase))
        {
            throw node.Fail("its directions have other activations, which is not supported");
        }

        // Only functions with arguments have any in the lists, one after the other.
        int nextAlpha = 0;
        int nextBeta = 0;
        return [.. names.Take(absent.Length).Select(function =>
        {
            if (!Functions.TryGetValue(function, out string? type))
            {
                throw node.Fail($"its activation '{function}' is not supported");
            }

            double Next(double[] values, ref int next, double otherwise) => next < values.Length ? values[next++] : otherwise;
            (string, double)[] arguments = type switch
            {
                "leaky_relu" => [("alpha", Next(alphas, ref nextAlpha, 0.01))],
                "elu" => [("alpha", Next(alphas, ref nextAlpha, 1))],
                "hard_sigmoid" => [("alpha", Next(alphas, ref nextAlpha, 0.2)), ("beta", Next(betas, ref nextBeta, 0.5))],
                _ => [],
            };
            return (type, arguments);
        })];
    }
}
