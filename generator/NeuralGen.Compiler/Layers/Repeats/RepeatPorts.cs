using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Repeats;

/// <summary>Checks that a network which is repeated fits what its layer reads, and what it leaves for the next round.</summary>
/// <param name="layer">The layer.</param>
/// <param name="body">The network.</param>
/// <param name="count">How many rounds there are.</param>
/// <param name="states">How many states there are.</param>
/// <param name="sequences">How many sequences there are.</param>
/// <param name="hasCondition">Whether the last output of a round says that another one follows.</param>
internal sealed class RepeatPorts(LayerBinding layer, Network body, int count, int states, int sequences, bool hasCondition)
{
    private readonly Place _inputs = layer.SourceNames is null ? layer.Place : layer.Place.Key("inputs");
    private readonly Place _body = layer.Place.Key("body");
    private bool _isSound = true;

    /// <summary>Reports what does not fit.</summary>
    /// <param name="names">The names of the results; null where a mistake hides them.</param>
    /// <returns>Whether all fits.</returns>
    public bool Check(string[]? names)
    {
        int read = layer.Inputs.Count;
        if (layer.IsTrainable)
        {
            Report(layer.Place, "a trainable network has none, since its rounds have no derivative");
        }
        else if (states + (long)sequences > read)
        {
            Report(_inputs, $"it has {Texts.Count(states, "state")} and {Texts.Count(sequences, "sequence")}, and reads {Texts.Count(read, "tensor")}");
        }
        else if (body.InputCount != read && body.InputCount != read + 1)
        {
            Report(_body.Key("inputs"), $"it reads {Texts.Count(read, "tensor")}, and its body {body.InputCount}; one more than the layer may be the round's number");
        }
        else
        {
            CheckInputs(read);
            CheckOutputs(names);
        }

        return _isSound && names is not null;
    }

    private void CheckInputs(int read)
    {
        for (int i = 0; i < read; i++)
        {
            (Tensor inner, int source) = (body.Tensors[i], layer.Inputs[i]);
            (Shape shape, string name) = (layer.ShapeOf(source)!, layer.NameOf(source));
            bool isSequence = i >= states && i < states + sequences;
            if (layer.TypeOf(source) != inner.Type)
            {
                Report(_inputs.At(i), $"'{name}' has elements of type '{ElementTypes.Name(layer.TypeOf(source))}', and input '{inner.Name}' of its body takes '{ElementTypes.Name(inner.Type)}'");
            }
            else if (isSequence && (shape.Rank == 0 || shape[0] != count))
            {
                Report(_inputs.At(i), $"sequence '{name}', {shape}, has {(shape.Rank == 0 ? "no first axis" : (shape[0] == 1 ? "1 entry" : $"{shape[0]} entries") + " along its first axis")}, and there are {Texts.Count(count, "round")}");
            }
            else if (!Fits(isSequence ? new Shape(shape.Dimensions.Skip(1).ToEquatableArray()) : shape, inner.Shape))
            {
                Report(_inputs.At(i), $"'{name}' is {shape}{(isSequence ? " with its rounds" : "")}, and input '{inner.Name}' of its body {inner.Shape}");
            }
        }

        if (body.InputCount > read && body.Tensors[read] is { } number && (number.Size != 1 || number.Type != ElementType.Long))
        {
            Report(_body.Key("inputs").At(read), $"input '{number.Name}' of its body, which gets the round's number, is {number.Shape} of type '{ElementTypes.Name(number.Type)}'; one of type 'long' is needed");
        }
    }

    private void CheckOutputs(string[]? names)
    {
        int outputs = body.OutputTensors.Count;
        int results = outputs - (hasCondition ? 1 : 0);
        Place place = _body.Key("outputs");
        if (results < Math.Max(states, 1))
        {
            Report(place, $"it has {Texts.Count(states, "state")}{(hasCondition ? " and a condition" : "")}, and its body {Texts.Count(outputs, "output")}");
            return;
        }

        for (int i = 0; i < results; i++)
        {
            Tensor output = body.Tensors[body.OutputTensors[i]];
            if (output.Type != ElementType.Float)
            {
                Report(place.At(i), $"output '{output.Name}' of its body is of type '{ElementTypes.Name(output.Type)}'; states and what is collected are of type 'float'");
            }
            else if (i < states && !Fits(body.Tensors[i].Shape, output.Shape))
            {
                Report(place.At(i), $"state '{body.Tensors[i].Name}', {body.Tensors[i].Shape}, becomes '{output.Name}', {output.Shape}, in each round");
            }
        }

        if (hasCondition && body.Tensors[body.OutputTensors[results]] is { } condition && (condition.Size != 1 || condition.Type != ElementType.Bool))
        {
            Report(place.At(results), $"the condition '{condition.Name}' is {condition.Shape} of type '{ElementTypes.Name(condition.Type)}'; one of type 'bool' is needed");
        }

        if (names is not null && names.Length != results)
        {
            string named = layer.Find("outputs") is null ? "no 'outputs' that name them" : Texts.Count(names.Length, "name");
            Report(layer.Find("outputs") is null ? layer.Place : layer.Place.Key("outputs"), $"it has {Texts.Count(results, "result")}, and {named}");
        }
    }

    /// <summary>Whether shapes are equal; one value may have an axis or none.</summary>
    private static bool Fits(Shape outer, Shape inner) => outer.Equals(inner) || (outer.Size == 1 && inner.Size == 1 && outer.Rank + inner.Rank == 1);

    private void Report(Place place, string reason)
    {
        layer.Report(SelectionRules.RepeatMisfit, place, layer.Name, reason);
        _isSound = false;
    }
}
