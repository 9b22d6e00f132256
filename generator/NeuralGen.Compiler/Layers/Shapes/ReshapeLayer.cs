using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary><c>reshape</c>: the same values, in the same order, with other axes; one size may be -1 and follows from the others.</summary>
internal sealed class ReshapeLayer() : LayerKind("reshape", new ArgumentDescriptor("shape", ArgumentKind.Sizes, "shape"))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape? shape = Read(layer);
        layer.Append(shape, shape is null || layer.InputShape is null
            ? null
            : output => new MoveOperation(layer.Name, layer.Sources, output, Type, IndexMap.Identity(shape.Size)));
    }

    private Shape? Read(LayerBinding layer)
    {
        if (layer.Find("shape") is not DeclaredSizes { Values: var values })
        {
            if (layer.Find("shape") is null)
            {
                layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, Type, layer.Spell("shape"));
            }

            return null;
        }

        Place place = layer.Place.Key("shape");
        bool isOpen = values.Count(value => value == -1) == 1;
        int wrong = values.ToList().FindIndex(value => value < 1 && !(isOpen && value == -1));
        if (wrong >= 0)
        {
            layer.Report(WeightRules.OutOfRange, place.At(wrong), $"'{layer.Spell("shape")}' of layer '{layer.Name}'", values[wrong], "at least 1, or -1 once");
            return null;
        }

        if (layer.InputShape is not { } input)
        {
            return isOpen ? null : new Shape(values);
        }

        long known = new Shape(values.Where(value => value != -1).ToEquatableArray()).Count;
        bool fits = isOpen ? input.Count % known == 0 : input.Count == known;
        if (!fits)
        {
            layer.Report(ShapeRules.Reshape, place, layer.Name, layer.InputName, input, Texts.Count(input.Count, "value"), new Shape(values));
            return null;
        }

        return new Shape(values.Select(value => value == -1 ? (int)(input.Count / known) : value).ToEquatableArray());
    }
}
