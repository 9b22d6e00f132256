using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>concat</c>: two or more tensors one behind the other along an axis, the first when left out.</summary>
internal sealed class ConcatLayer() : LayerKind("concat", new ArgumentDescriptor("axis", ArgumentKind.Integer))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape?[] shapes = [.. layer.Inputs.Select(layer.ShapeOf)];
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        if (Array.IndexOf(shapes, null) >= 0 || axis is null)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        int misfit = Array.FindIndex(shapes, shape => shape!.Rank != shapes[0]!.Rank || shape.With(axis.Value, 1) != shapes[0]!.With(axis.Value, 1));
        if (misfit > 0)
        {
            layer.Report(
                ShapeRules.Concat, layer.Place.Key("inputs").At(misfit), layer.Name, layer.NameOf(layer.Inputs[misfit]), shapes[misfit], layer.NameOf(layer.Inputs[0]), shapes[0], axis);
            layer.Append((Shape?)null, null);
            return;
        }

        Shape output = shapes[0]!.With(axis.Value, (int)Math.Min(int.MaxValue, shapes.Sum(shape => (long)shape![axis.Value])));
        EquatableArray<int> sizes = shapes.Select(shape => shape!.Size).ToEquatableArray();
        layer.Append(output, axis == 0
            ? index => new ConcatOperation(layer.Name, layer.Sources, index, sizes)
            : index => new MoveOperation(layer.Name, layer.Sources, index, Type, Map(shapes!, axis.Value, output)));
    }

    private static IndexMap Map(Shape[] shapes, int axis, Shape output)
    {
        List<IndexBox> boxes = [];
        int start = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            int[] starts = new int[output.Rank];
            starts[axis] = start;
            start += shapes[i][axis];
            boxes.Add(new IndexBox(new(starts), shapes[i].Dimensions, i, 0, new(IndexMap.StepsOf(shapes[i]))));
        }

        return new IndexMap(output, boxes.ToEquatableArray());
    }
}
