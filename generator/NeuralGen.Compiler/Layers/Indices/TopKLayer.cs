using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary>
/// <c>top_k</c>: along an axis, the last when left out, the largest values in their order and where they stand. Later layers read both
/// by the two names in <c>outputs</c>.
/// </summary>
internal sealed class TopKLayer() : LayerKind(
    "top_k",
    new ArgumentDescriptor("count", ArgumentKind.Integer),
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("largest", ArgumentKind.Flag),
    new ArgumentDescriptor("outputs", ArgumentKind.Names))
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", -1);
        int? count = layer.Size("count", isNeeded: true);
        string[]? names = PartNames.Bind(layer);
        if (names is not null && names.Length != 2)
        {
            layer.Report(ShapeRules.ParameterLength, layer.Place.Key("outputs"), $"'{layer.Spell("outputs")}'", layer.Name, Texts.Count(names.Length, "name"), 2);
            names = null;
        }

        if (count is { } wanted && axis is { } position && layer.InputShape is { } shape && wanted > shape[position])
        {
            layer.Report(
                WeightRules.OutOfRange, layer.Place.Key("count"), $"'{layer.Spell("count")}' of layer '{layer.Name}'", wanted, $"at most {shape[position]}, the size of axis {position} of '{layer.InputName}', {shape}");
            count = null;
        }

        if (names is null || count is not { } values || axis is not { } along || layer.InputShape is not { } input)
        {
            // What reads the parts is not judged, as what reads the layer itself.
            foreach (string name in names ?? [])
            {
                layer.AppendPart(name, null, null);
            }

            if (names is null)
            {
                layer.Append((Shape?)null, null);
            }

            return;
        }

        bool isLargest = layer.Find("largest") is not DeclaredFlag { Value: false };
        Shape output = input.With(along, values);
        AxisRows rows = AxisRows.Of(input, along);
        layer.AppendPart(names[0], output, index => new TopKOperation(layer.Name, layer.Sources, index, rows, values, isLargest, AreIndices: false) { Arguments = layer.Arguments });
        layer.AppendPart(names[1], output, index => new TopKOperation(layer.Name, layer.Sources, index, rows, values, isLargest, AreIndices: true) { Arguments = layer.Arguments }, ElementType.Long);
    }
}
