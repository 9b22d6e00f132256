using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Other axes for the same values, and what asks for shapes.</summary>
internal static class ShapeOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Identity", node => [node.View(node.Input(0), node.Input(0).Shape)]),
        ("Dropout", Dropout),
        ("Reshape", Reshape),
        ("Flatten", Flatten),
        ("Squeeze", Squeeze),
        ("Unsqueeze", Unsqueeze),
        ("Transpose", Transpose),
        ("Shape", Shape),
        ("Size", node => [node.Result(Literal.Of(ElementKind.Int64, [], new long[] { node.Input(0).Count }))]),
        ("Cast", node => [node.Cast(node.Input(0), (ElementKind)node.Integer("to", 0))]),
        ("CastLike", node => [node.Cast(node.Input(0), node.Input(1).Kind)]),
        ("Constant", Constant),
        ("ConstantOfShape", ConstantOfShape),
        ("Range", Range),
        ("EyeLike", EyeLike),
    ];

    /// <summary>A tensor with its axes in another order.</summary>
    public static Value Transpose(NodeTranslation node, Value data, int[] axes, int index = 0)
    {
        int[] shape = [.. axes.Select(axis => data.Shape[axis])];
        int[] moved = [.. axes.Where(axis => data.Shape[axis] != 1)];
        if (moved.SequenceEqual(moved.OrderBy(axis => axis)))
        {
            return node.View(data, shape, index);
        }

        if (data.Constant is not null)
        {
            int[] steps = Dimensions.Steps(data.Shape);
            return node.Move(data, shape, position => position.Select((at, axis) => at * steps[axes[axis]]).Sum(), 0, index);
        }

        // Axes of size 1 before all others may be missing in the layer.
        int missing = data.Shape.Length - data.LayerShape.Length;
        if (missing > 0 && axes.Take(missing).SequenceEqual(Enumerable.Range(0, missing)) && data.Shape.Skip(missing).SequenceEqual(data.LayerShape))
        {
            string layer = node.Layers.Add("transpose", node.OutputName(index), [node.Layers.Read(data, data.LayerShape)], ("axes", axes.Skip(missing).Select(axis => axis - missing).ToArray()));
            return node.Result(data.Kind, shape, layer, [.. shape.Skip(missing)], index);
        }

        return node.Result(data.Kind, shape, node.Layers.Add("transpose", node.OutputName(index), [node.Layers.Read(data)], ("axes", axes)), shape, index);
    }

    private static Value[] Dropout(NodeTranslation node)
    {
        bool trains = node.Version >= 12 ? node.Optional(2) is { } mode && node.Known(mode, "the mode").Integer(0) != 0 : node.Version < 7 && !node.Flag("is_test", false) && node.Flag("is_test", true) && node.Has("is_test");
        if (trains && (node.Optional(1) is not { } ratio || node.Known(ratio, "the ratio").Number(0) != 0))
        {
            throw node.Fail("it drops values at random, which is training");
        }

        Value data = node.Input(0);
        ElementKind mask = node.Version >= 10 ? ElementKind.Bool : data.Kind;
        return node.Wants(1)
            ? [node.View(data, data.Shape), node.Result(Literal.Of(ElementKind.Int64, data.Shape, Enumerable.Repeat(1L, data.Count).ToArray()).Cast(mask), 1)]
            : [node.View(data, data.Shape)];
    }

    private static Value[] Reshape(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] wanted = (node.Version < 5 ? node.Integers("shape") : node.Integers(1, "the shape")) ?? throw node.Fail("it has no shape");
        bool keepsZero = node.Flag("allowzero", false);
        int[] shape = [.. wanted.Select((size, axis) => size != 0 || keepsZero ? size : axis < data.Shape.Length ? data.Shape[axis] : throw node.Fail($"size {axis} of its shape is that of an axis that does not exist"))];
        int open = Array.IndexOf(shape, -1);
        if (Array.Exists(shape, size => size < -1) || (open >= 0 && Array.LastIndexOf(shape, -1) != open))
        {
            throw node.Fail($"its shape is {Dimensions.Text(wanted)}");
        }

        if (open >= 0)
        {
            int others = Dimensions.Count(shape.Where((_, axis) => axis != open));
            shape[open] = others == 0 ? 0 : data.Count / others;
        }

        return [node.View(data, shape)];
    }

    private static Value[] Flatten(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Integer("axis", 1);
        axis = axis < 0 ? axis + data.Shape.Length : axis;
        if (axis < 0 || axis > data.Shape.Length)
        {
            throw node.Fail($"axis {node.Integer("axis", 1)} does not exist in {Dimensions.Text(data.Shape)}");
        }

        return [node.View(data, [Dimensions.Count(data.Shape.Take(axis)), Dimensions.Count(data.Shape.Skip(axis))])];
    }

    private static Value[] Squeeze(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[]? said = node.Integers("axes", 1, "the axes");
        int[] axes = said is null ? [.. Enumerable.Range(0, data.Shape.Length).Where(axis => data.Shape[axis] == 1)] : node.Axes(said, data.Shape.Length);
        int wrong = Array.Find([.. axes, -1], axis => axis < 0 || data.Shape[axis] != 1);
        return wrong < 0
            ? [node.View(data, [.. data.Shape.Where((_, axis) => !axes.Contains(axis))])]
            : throw node.Fail($"axis {wrong} of {Dimensions.Text(data.Shape)} is not of size 1");
    }

    private static Value[] Unsqueeze(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] said = node.Integers("axes", 1, "the axes") ?? throw node.Fail("it has no axes");
        int rank = data.Shape.Length + said.Length;
        int[] axes = node.Axes(said, rank);
        Queue<int> sizes = new(data.Shape);
        return [node.View(data, [.. Enumerable.Range(0, rank).Select(axis => axes.Contains(axis) ? 1 : sizes.Dequeue())])];
    }

    private static Value[] Transpose(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] axes = node.Integers("perm") ?? [.. Enumerable.Range(0, data.Shape.Length).Reverse()];
        if (axes.Length != data.Shape.Length)
        {
            throw node.Fail($"{axes.Length} axes are ordered, and {Dimensions.Text(data.Shape)} has {data.Shape.Length}");
        }

        return [Transpose(node, data, node.Axes(axes, axes.Length))];
    }

    private static Value[] Shape(NodeTranslation node)
    {
        int[] shape = node.Input(0).Shape;
        int Limit(string attribute, int absent)
        {
            int at = node.Integer(attribute, absent);
            return Math.Max(0, Math.Min(shape.Length, at < 0 ? at + shape.Length : at));
        }

        int start = Limit("start", 0);
        return [node.Result(Literal.Of([.. shape.Skip(start).Take(Math.Max(0, Limit("end", shape.Length) - start)).Select(size => (long)size)]))];
    }

    private static Value[] Constant(NodeTranslation node)
    {
        if (node.Attribute("value") is { T: { } tensor })
        {
            return [node.Result(node.Graph.Tensors.Read(tensor))];
        }

        return node.Attribute("value_float") is { } number ? [node.Result(Literal.Of(ElementKind.Float, [], new double[] { number.F }))]
            : node.Attribute("value_floats") is { } numbers ? [node.Result(Literal.Of(ElementKind.Float, [numbers.Floats.Count], [.. numbers.Floats.Select(value => (double)value)]))]
            : node.Attribute("value_int") is { } integer ? [node.Result(Literal.Of(ElementKind.Int64, [], new long[] { integer.I }))]
            : node.Attribute("value_ints") is { } integers ? [node.Result(Literal.Of([.. integers.Ints]))]
            : node.Attribute("value_string") is { } text ? [node.Result(Literal.Of([], [text.S.ToStringUtf8()]))]
            : node.Attribute("value_strings") is { } texts ? [node.Result(Literal.Of([texts.Strings.Count], [.. texts.Strings.Select(value => value.ToStringUtf8())]))]
            : node.Attribute("sparse_value") is { SparseTensor: { } sparse } ? [node.Result(node.Graph.Tensors.Read(sparse))]
            : throw node.Fail("it has no value");
    }

    private static Value[] ConstantOfShape(NodeTranslation node)
    {
        int[] shape = node.Checked(node.Integers(0, "the shape"));
        Literal value = node.Attribute("value") is { T: { } tensor } ? node.Graph.Tensors.Read(tensor) : Literal.Of(ElementKind.Float, [1], new double[] { 0 });
        return value.Count == 1 ? [node.Result(value.At(shape, new int[Dimensions.Count(shape)]))] : throw node.Fail($"its value has {value.Count} values");
    }

    private static Value[] Range(NodeTranslation node)
    {
        Literal start = node.Known(0, "the start");
        Literal limit = node.Known(1, "the limit");
        Literal delta = node.Known(2, "the step");
        double count = Math.Max(0, Math.Ceiling((limit.Number(0) - start.Number(0)) / delta.Number(0)));
        if (!(count <= NodeTranslation.MostValues))
        {
            throw node.Fail("its result would be too long");
        }

        return start.Kind.IsFloat()
            ? [node.Result(Literal.Of(start.Kind, [(int)count], [.. Enumerable.Range(0, (int)count).Select(i => start.Number(0) + (i * delta.Number(0)))]))]
            : [node.Result(Literal.Of(start.Kind, [(int)count], [.. Enumerable.Range(0, (int)count).Select(i => start.Kind.Wrap(start.Integer(0) + (i * delta.Integer(0))))]))];
    }

    private static Value[] EyeLike(NodeTranslation node)
    {
        Value data = node.Input(0);
        int shift = node.Integer("k", 0);
        ElementKind kind = node.Has("dtype") ? (ElementKind)node.Integer("dtype", 1) : data.Kind;
        int[] ones = Dimensions.Walk(data.Shape, position => position[1] - position[0] == shift ? 1 : 0);
        return [node.Result(Literal.Of(ElementKind.Int64, data.Shape, Array.ConvertAll(ones, one => (long)one)).Cast(kind))];
    }
}
