using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>Computes something of several tensors value by value, which are broadcast to one shape as NumPy does.</summary>
internal static class BroadcastLayer
{
    /// <summary>Appends the operation.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="formula">What it computes; null after a problem.</param>
    /// <param name="type">What that is.</param>
    public static void Append(LayerBinding layer, Term? formula, ElementType type)
    {
        Shape? shape = Join(layer);
        layer.Append(
            shape,
            formula is null || shape is null ? null : output => new MapOperation(
                layer.Name,
                layer.Sources,
                output,
                formula,
                shape.Size,
                layer.Inputs.Select(input => Walk.Broadcast(layer.ShapeOf(input)!, shape)).ToEquatableArray()),
            type);
    }

    /// <summary>The shape that all inputs fill together; null after a problem.</summary>
    public static Shape? Join(LayerBinding layer)
    {
        Shape? shape = layer.ShapeOf(layer.Inputs[0]);
        for (int i = 1; i < layer.Inputs.Count; i++)
        {
            Shape? other = layer.ShapeOf(layer.Inputs[i]);
            Shape? joined = shape is null || other is null ? null : Walk.Join(shape, other);
            if (joined is null && shape is not null && other is not null)
            {
                layer.Report(ShapeRules.Broadcast, layer.Place.Key("inputs").At(i), layer.Name, layer.NameOf(layer.Inputs[i]), other, shape);
            }

            shape = joined;
        }

        return shape;
    }
}
