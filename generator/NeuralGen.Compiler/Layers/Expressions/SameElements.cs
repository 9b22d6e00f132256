using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>Checks that two tensors that a layer reads have elements of one type.</summary>
internal static class SameElements
{
    /// <summary>Whether they have, as far as that is known; reports that they have not.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="one">The position of the one among what the layer reads.</param>
    /// <param name="other">That of the other, at which it is reported.</param>
    public static bool Check(LayerBinding layer, int one, int other)
    {
        (int first, int second) = (layer.Inputs[one], layer.Inputs[other]);
        if (layer.TypeOf(first) == layer.TypeOf(second) || layer.ShapeOf(first) is null || layer.ShapeOf(second) is null)
        {
            return layer.TypeOf(first) == layer.TypeOf(second);
        }

        layer.Report(
            ShapeRules.ElementsMisfit,
            layer.Place.Key("inputs").At(other),
            layer.Name,
            layer.Type,
            layer.NameOf(second),
            ElementTypes.Name(layer.TypeOf(second)),
            $"'{ElementTypes.Name(layer.TypeOf(first))}', as '{layer.NameOf(first)}' has; a layer 'cast' makes it");
        return false;
    }
}
