using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Values at other places: parts, copies and other orders.</summary>
internal static class MovementOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Concat", Concat),
        ("Split", Split),
        ("Slice", Slice),
        ("Expand", Expand),
        ("Tile", Tile),
        ("DepthToSpace", DepthToSpace),
        ("SpaceToDepth", SpaceToDepth),
        ("Trilu", Trilu),
        ("ReverseSequence", ReverseSequence),
    ];

    private static Value[] Concat(NodeTranslation node)
    {
        Value[] values = [.. node.Inputs.Where(value => value.Shape.Length != 1 || value.Count > 0)];
        values = values.Length == 0 ? [node.Input(0)] : values;
        return [Joined(node, values, node.Axis(node.Integer("axis", 1), values[0].Shape.Length))];
    }

    /// <summary>Tensors one behind the other along an axis.</summary>
    public static Value Joined(NodeTranslation node, Value[] values, int axis)
    {
        int[] first = values[0].Shape;
        if (Array.Find(values, value => value.Shape.Length != first.Length || !Dimensions.With(value.Shape, axis, 0).SequenceEqual(Dimensions.With(first, axis, 0))) is { } wrong)
        {
            throw node.Fail($"shapes {Dimensions.Text(first)} and {Dimensions.Text(wrong.Shape)} do not fit together along axis {axis}");
        }

        int[] shape = node.Checked(Dimensions.With(first, axis, values.Sum(value => value.Shape[axis])));
        if (Array.TrueForAll(values, value => value.Constant is not null) || values.Length == 1)
        {
            int inner = Dimensions.Count(first.Skip(axis + 1));
            int outer = Dimensions.Count(first.Take(axis));
            List<int> places = [];
            for (int row = 0; row < outer; row++)
            {
                int start = 0;
                foreach (Value value in values)
                {
                    int length = value.Shape[axis] * inner;
                    places.AddRange(Enumerable.Range(start + (row * length), length));
                    start += value.Count;
                }
            }

            return node.Move(shape, [.. places], values);
        }

        values = [.. values.Where(value => value.Count > 0)];
        if (values.Length == 1)
        {
            return node.View(values[0], shape);
        }

        (string Layer, int[] Shape, int Axis)[] parts = [.. values.Select(value => node.Along(value, axis))];
        if (parts.Any(part => part.Shape.Length != parts[0].Shape.Length))
        {
            parts = [.. values.Select(value => (node.Layers.Read(value), value.Shape, axis))];
        }

        string layer = node.Layers.Add("concat", node.OutputName(), [.. parts.Select(part => part.Layer)], ("axis", parts[0].Axis == 0 ? null : parts[0].Axis));
        return node.Result(values[0].Kind, shape, layer, Dimensions.With(parts[0].Shape, parts[0].Axis, shape[axis]));
    }

    private static Value[] Split(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        int size = data.Shape[axis];
        int[]? sizes = node.Integers("split", 1, "the sizes of its parts");
        int count = sizes?.Length ?? node.Integer("num_outputs", node.Node.Outputs.Count);
        if (count < 1 || (sizes is null && count > size))
        {
            throw node.Fail($"axis {axis} of {Dimensions.Text(data.Shape)} cannot be cut into {count} parts");
        }

        int part = (size + count - 1) / count;
        sizes ??= [.. Enumerable.Range(0, count).Select(i => Math.Max(0, Math.Min(part, size - (i * part))))];
        if (sizes.Sum() != size || Array.Exists(sizes, length => length < 0))
        {
            throw node.Fail($"its parts {Dimensions.Text(sizes)} do not fill axis {axis} of {Dimensions.Text(data.Shape)}");
        }

        int start = 0;
        List<Value> parts = [];
        for (int i = 0; i < sizes.Length; i++)
        {
            parts.Add(Cut(node, data, axis, start, sizes[i], 1, i));
            start += sizes[i];
        }

        return [.. parts];
    }

    /// <summary>So many positions along an axis.</summary>
    public static Value Cut(NodeTranslation node, Value data, int axis, int start, int count, int step, int index = 0)
    {
        int[] shape = Dimensions.With(data.Shape, axis, count);
        if (data.Constant is not null)
        {
            int[] steps = Dimensions.Steps(data.Shape);
            return node.Move(data, shape, position => position.Select((at, i) => (i == axis ? start + (at * step) : at) * steps[i]).Sum(), 0, index);
        }

        if (count == 0)
        {
            return node.Result(Literal.Of(data.Kind, shape, Array.Empty<double>()), index);
        }

        if (start == 0 && step == 1 && count == data.Shape[axis])
        {
            return node.View(data, data.Shape, index);
        }

        (string layer, int[] from, int along) = node.Along(data, axis);
        int end = start + (count * step);
        string slice = node.Layers.Add(
            "slice", node.OutputName(index), [layer], ("axis", along == 0 ? null : along), ("start", start), ("end", end < 0 ? null : end), ("step", step == 1 ? null : step));
        return node.Result(data.Kind, shape, slice, Dimensions.With(from, along, count), index);
    }

    private static Value[] Slice(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] starts = node.Integers("starts", 1, "the starts") ?? throw node.Fail("it has no starts");
        int[] ends = node.Integers("ends", 2, "the ends") ?? throw node.Fail("it has no ends");
        int[] axes = node.Axes(node.Integers("axes", 3, "the axes") ?? [.. Enumerable.Range(0, starts.Length)], data.Shape.Length);
        int[] steps = node.Optional(4) is null ? [.. Enumerable.Repeat(1, starts.Length)] : node.Integers(4, "the steps");
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length || Array.IndexOf(steps, 0) >= 0)
        {
            throw node.Fail("its starts, ends, axes and steps do not belong together");
        }

        Value result = node.View(data, data.Shape);
        for (int i = 0; i < starts.Length; i++)
        {
            int size = data.Shape[axes[i]];
            (int least, int most) = steps[i] > 0 ? (0, size) : (-1, size - 1);
            long start = Math.Max(least, Math.Min(most, starts[i] < 0 ? (long)starts[i] + size : starts[i]));
            long end = Math.Max(least, Math.Min(most, ends[i] < 0 ? (long)ends[i] + size : ends[i]));
            long count = steps[i] > 0 ? (end - start + steps[i] - 1) / steps[i] : (start - end - steps[i] - 1) / -(long)steps[i];
            result = Cut(node, result, axes[i], (int)start, (int)Math.Max(0, count), count <= 1 ? 1 : steps[i]);
        }

        return [result];
    }

    private static Value[] Expand(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] shape = Dimensions.Join(data.Shape, node.Checked(node.Integers(1, "the shape"))) ?? throw node.Fail($"{Dimensions.Text(data.Shape)} cannot be spread so");
        return [node.Move(node.Checked(shape), Dimensions.Broadcast(data.Shape, shape), [data])];
    }

    private static Value[] Tile(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] repeats = node.Integers(1, "the repeats");
        if (repeats.Length != data.Shape.Length)
        {
            throw node.Fail($"it has {repeats.Length} repeats for {Dimensions.Text(data.Shape)}");
        }

        int[] steps = Dimensions.Steps(data.Shape);
        int[] shape = [.. data.Shape.Select((size, axis) => NodeTranslation.Clamp((long)size * repeats[axis]))];
        return [node.Move(data, shape, position => position.Select((at, axis) => at % data.Shape[axis] * steps[axis]).Sum())];
    }

    private static int[] Image(NodeTranslation node) => node.Input(0).Shape is { Length: 4 } shape && node.Integer("blocksize", 0) > 0
        ? shape
        : throw node.Fail($"it works on [batch, channels, height, width] in blocks, not {Dimensions.Text(node.Input(0).Shape)}");

    private static Value[] DepthToSpace(NodeTranslation node)
    {
        int[] shape = Image(node);
        int block = node.Integer("blocksize", 1);
        int channels = shape[1] / block / block;
        bool isDepthFirst = node.Text("mode", "DCR") == "DCR";
        int[] cut = isDepthFirst ? [shape[0], block, block, channels, shape[2], shape[3]] : [shape[0], channels, block, block, shape[2], shape[3]];
        int[] axes = isDepthFirst ? [0, 3, 4, 1, 5, 2] : [0, 1, 4, 2, 5, 3];
        Value moved = ShapeOperators.Transpose(node, node.View(node.Input(0), cut), axes);
        return [node.View(moved, [shape[0], channels, shape[2] * block, shape[3] * block])];
    }

    private static Value[] SpaceToDepth(NodeTranslation node)
    {
        int[] shape = Image(node);
        int block = node.Integer("blocksize", 1);
        int[] cut = [shape[0], shape[1], shape[2] / block, block, shape[3] / block, block];
        Value moved = ShapeOperators.Transpose(node, node.View(node.Input(0), cut), [0, 3, 5, 1, 2, 4]);
        return [node.View(moved, [shape[0], shape[1] * block * block, shape[2] / block, shape[3] / block])];
    }

    private static Value[] Trilu(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int shift = node.Optional(1) is null ? 0 : node.Integers(1, "the diagonal")[0];
        bool isUpper = node.Flag("upper", true);
        int[] steps = Dimensions.Steps(data.Shape);
        return rank < 2 ? throw node.Fail("it works on matrices") : data.Count == 0 ? [node.View(data, data.Shape)] : [node.Move(data, data.Shape, position =>
            (isUpper ? (long)position[rank - 1] - position[rank - 2] >= shift : (long)position[rank - 1] - position[rank - 2] <= shift) ? position.Select((at, axis) => at * steps[axis]).Sum() : -1)];
    }

    private static Value[] ReverseSequence(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] lengths = node.Integers(1, "the lengths");
        int batch = node.Integer("batch_axis", 1);
        int time = node.Integer("time_axis", 0);
        int[] steps = Dimensions.Steps(data.Shape);
        return [node.Move(data, data.Shape, position => position.Select((at, axis) =>
            (axis == time && at < lengths[position[batch]] ? lengths[position[batch]] - 1 - at : at) * steps[axis]).Sum())];
    }
}
