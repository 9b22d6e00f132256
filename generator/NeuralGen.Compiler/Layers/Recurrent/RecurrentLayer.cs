using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers.Spatial;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>
/// <c>rnn</c>, <c>gru</c> and <c>lstm</c> over a sequence [time, features], as PyTorch's: one layer or several, in one direction or both. They give
/// the last hidden state, with <c>return_sequences</c> those of all steps, and with <c>outputs</c> these and the states behind the last step.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="cell">What it does at each step.</param>
internal sealed class RecurrentLayer(string type, RecurrentCell cell) : LayerKind(type, RecurrentArguments.Of(cell))
{
    /// <inheritdoc/>
    public override int MaximumSources => cell == RecurrentCell.Lstm ? 3 : 2;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int gates = RecurrentOperation.GatesOf(cell);
        Shape? input = Input(layer);
        int? units = UnitCount.Bind(layer, layer.Find("recurrent_weights") is DeclaredTensor { Shape: { Rank: 2 } shape } ? shape[1] : null);
        int? layers = layer.Find("layers") is null ? 1 : layer.Size("layers");
        if (layers > RecurrentArguments.MostLayers)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("layers"), $"'{layer.Spell("layers")}' of layer '{layer.Name}'", layers, $"at most {RecurrentArguments.MostLayers}");
            layers = null;
        }

        bool isBoth = IsSet(layer, "bidirectional");
        bool isReversed = IsSet(layer, "reversed");
        if (isBoth && isReversed)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("reversed"), $"'{layer.Spell("reversed")}' of layer '{layer.Name}'", "true", "false or left out, since the layer goes in both directions");
        }

        string[]? names = layer.Find("outputs") is null ? [] : PartNames.Bind(layer);
        if (names?.Length > (cell == RecurrentCell.Lstm ? 3 : 2))
        {
            layer.Report(ShapeRules.ParameterLength, layer.Place.Key("outputs"), $"'{layer.Spell("outputs")}'", layer.Name, Texts.Count(names.Length, "name"), cell == RecurrentCell.Lstm ? "at most 3: all hidden states, the last of them, the last cell state" : "at most 2: all hidden states, the last of them");
            names = null;
        }

        RecurrentFunctions? functions = RecurrentFunctions.Bind(layer, cell, units);
        double? clip = layer.Find("clip") is null ? 0 : layer.Number("clip", null, value => value > 0, "greater than 0");
        int directions = isBoth ? 2 : 1;
        List<RecurrentNumbers?> numbers = [];
        for (int i = 0; i < (layers ?? 1) * directions; i++)
        {
            int? features = input is null ? null : i < directions ? input.Features : directions * units;
            numbers.Add(RecurrentNumbers.Bind(layer, RecurrentArguments.Suffix(i / directions, i % directions == 1), gates, features, units));
        }

        bool sound = AreStatesSound(layer, units, layers * directions) && input is not null && units is not null && layers is not null && functions is not null
            && clip is not null && names is not null && numbers.All(found => found is not null);
        if (!sound)
        {
            AppendUnknown(layer, names, input, units * directions);
            return;
        }

        RecurrentStack stack = new(layer, cell, functions!, clip!.Value, IsSet(layer, "linear_before_reset", cell == RecurrentCell.Gru), IsSet(layer, "coupled"), input![0], units!.Value);
        stack.Append([.. numbers.Select(found => found!)], directions, isReversed);
        if (names!.Length > 0)
        {
            stack.AppendParts(names);
        }
        else
        {
            stack.AppendResult(IsSet(layer, "return_sequences"));
        }
    }

    private Shape? Input(LayerBinding layer)
    {
        if (layer.InputShape is not { } shape || shape.Rank == 2)
        {
            return layer.InputShape;
        }

        layer.Report(ShapeRules.InputShape, layer.Place, layer.Name, Type, "[time, features]", layer.InputName, shape);
        return null;
    }

    /// <summary>Whether the states before the first step have a row per layer and direction; of a single one also without that axis.</summary>
    private bool AreStatesSound(LayerBinding layer, int? units, int? rows)
    {
        bool sound = true;
        for (int i = 1; i < layer.Inputs.Count && units is not null && rows is not null; i++)
        {
            Shape? shape = layer.ShapeOf(layer.Inputs[i]);
            if (shape is not null && !shape.Equals(Shape.Of(rows.Value, units.Value)) && !(rows == 1 && shape.Equals(Shape.Vector(units.Value))))
            {
                string words = rows == 1 ? $"[{units}] for the {(i == 1 ? "hidden" : "cell")} state before the first step" : $"[{rows}, {units}], a state for each layer and direction";
                layer.Report(ShapeRules.InputShape, layer.Place.Key("inputs").At(i), layer.Name, Type, words, layer.NameOf(layer.Inputs[i]), shape);
                sound = false;
            }

            sound &= shape is not null;
        }

        return sound;
    }

    private static void AppendUnknown(LayerBinding layer, string[]? names, Shape? input, int? features)
    {
        foreach (string name in names ?? [])
        {
            layer.AppendPart(name, null, null);
        }

        if (names is not { Length: > 0 })
        {
            Shape? shape = features is not { } width || input is null ? null : IsSet(layer, "return_sequences") ? Shape.Of(input[0], width) : Shape.Vector(width);
            layer.Append(shape, null);
        }
    }

    private static bool IsSet(LayerBinding layer, string argument, bool absent = false) => (layer.Find(argument) as DeclaredFlag)?.Value ?? absent;
}
