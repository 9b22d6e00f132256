using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>Reads an axis of a layer's input: counted from 0, negative ones from the end.</summary>
internal static class AxisArgument
{
    /// <summary>The axis, counted from 0; null after a problem, and where a mistake hides the input's shape.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="absent">The axis when the argument was left out; null when it must be there.</param>
    public static int? Bind(LayerBinding layer, string argument, int? absent)
    {
        int? axis = layer.Find(argument) switch
        {
            null => absent,
            DeclaredNumber { Value: var value } => (int)value,
            _ => null,
        };
        if (axis is null && layer.Find(argument) is null)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell(argument));
        }

        if (axis is null || layer.InputShape is not { } shape)
        {
            return null;
        }

        return Count(layer, argument, layer.Place.Key(argument), axis.Value, shape);
    }

    /// <summary>A list of axes, counted from 0, one for each of the input's; null after a problem, and where a mistake hides the input's shape.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument's name.</param>
    public static int[]? BindPermutation(LayerBinding layer, string argument) => BindAxes(layer, argument, areAll: true);

    /// <summary>A list of axes, counted from 0, none of them twice; null after a problem, and where a mistake hides the input's shape.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="areAll">Whether there must be one for each of the input's.</param>
    public static int[]? BindAxes(LayerBinding layer, string argument, bool areAll = false)
    {
        if (layer.Integers(argument) is not { } values || layer.InputShape is not { } shape)
        {
            return null;
        }

        Place place = layer.Place.Key(argument);
        if (areAll && values.Count != shape.Rank)
        {
            layer.Report(
                ShapeRules.AxisCount, place, layer.Spell(argument), layer.Name, Texts.Count(values.Count, "number"), Texts.Axes(shape.Rank), shape.Rank);
            return null;
        }

        int?[] axes = [.. values.Select((value, i) => Count(layer, argument, place.At(i), value, shape))];
        int repeated = Enumerable.Range(0, axes.Length).FirstOrDefault(i => axes[i] is not null && Array.IndexOf(axes, axes[i]) < i);
        if (repeated > 0)
        {
            layer.Report(ShapeRules.RepeatedAxis, place.At(repeated), layer.Spell(argument), layer.Name, axes[repeated]);
        }

        return repeated > 0 || axes.Contains(null) ? null : [.. axes.Select(axis => axis!.Value)];
    }

    private static int? Count(LayerBinding layer, string argument, Place place, int axis, Shape shape)
    {
        if (axis < -shape.Rank || axis >= shape.Rank)
        {
            layer.Report(ShapeRules.AxisRange, place, layer.Spell(argument), layer.Name, axis, layer.InputName, shape, -shape.Rank, shape.Rank - 1);
            return null;
        }

        return axis < 0 ? axis + shape.Rank : axis;
    }
}
