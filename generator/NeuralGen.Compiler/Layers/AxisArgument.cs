using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

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

        if (axis < -shape.Rank || axis >= shape.Rank)
        {
            layer.Report(
                ShapeRules.AxisRange, layer.Place.Key(argument), layer.Spell(argument), layer.Name, axis, layer.InputName, shape, -shape.Rank, shape.Rank - 1);
            return null;
        }

        return axis < 0 ? axis + shape.Rank : axis;
    }
}
