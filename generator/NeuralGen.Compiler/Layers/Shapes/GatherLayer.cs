using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary>
/// <c>gather</c>: along an axis the positions that <c>indices</c> lists, in their order and as often as they occur; or those that a second
/// tensor says, of whole numbers, whose axes take the place of the axis.
/// </summary>
internal sealed class GatherLayer() : LayerKind(
    "gather",
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("indices", ArgumentKind.Integers))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override int MaximumSources => 2;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) =>
        source == 0 ? null : type.IsInteger() ? null : "whole numbers: 'int' or 'long'";

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        if (layer.Inputs.Count > 1)
        {
            BindTensor(layer, axis);
            return;
        }

        EquatableArray<int>? indices = layer.Integers("indices");
        if (axis is not { } along || layer.InputShape is not { } input || indices is not { } values || !AreInRange(layer, values, input, along))
        {
            layer.Append((Shape?)null, null);
            return;
        }

        int[] positions = [.. values.Select(index => index < 0 ? index + input[along] : index)];
        layer.Append(
            input.With(along, positions.Length),
            output => new MoveOperation(layer.Name, layer.Sources, output, Type, IndexMap.Along(input, along, AxisRun.Of(positions)))
            {
                Arguments = layer.Arguments,
            });
    }

    private static void BindTensor(LayerBinding layer, int? axis)
    {
        if (layer.Find("indices") is DeclaredSizes { Values.Count: > 0 })
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key("indices"),
                $"'{layer.Spell("indices")}' of layer '{layer.Name}'",
                "a list",
                $"left out, since '{layer.NameOf(layer.Inputs[1])}' are the indices");
        }

        if (axis is not { } along || layer.InputShape is not { } input || layer.ShapeOf(layer.Inputs[1]) is not { } indices)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        Shape output = Shape.Of([.. input.Dimensions.Take(along), .. indices.Dimensions, .. input.Dimensions.Skip(along + 1)]);
        layer.Append(
            output,
            index => new GatherOperation(layer.Name, layer.Sources, index, AxisRows.Of(input, along), indices.Size, layer.NameOf(layer.Inputs[1]), Table: null) { Arguments = layer.Arguments });
    }

    private static bool AreInRange(LayerBinding layer, EquatableArray<int> indices, Shape input, int axis)
    {
        bool sound = true;
        for (int i = 0; i < indices.Count; i++)
        {
            if (indices[i] < -input[axis] || indices[i] >= input[axis])
            {
                layer.Report(
                    ShapeRules.IndexRange,
                    layer.Place.Key("indices").At(i),
                    layer.Spell("indices"),
                    layer.Name,
                    indices[i],
                    axis,
                    layer.InputName,
                    input,
                    -input[axis],
                    input[axis] - 1);
                sound = false;
            }
        }

        return sound;
    }
}
