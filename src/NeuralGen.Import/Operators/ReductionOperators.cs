using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Reductions. From opset 13 or 18 on the axes are an input.</summary>
internal static class ReductionOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("ReduceSum", node => Reduce(node, "sum", x => x.Sum())),
        ("ReduceMean", node => Reduce(node, "mean", x => x.Average())),
        ("ReduceMax", node => Reduce(node, "max", x => x.Max())),
        ("ReduceMin", node => Reduce(node, "min", x => x.Min())),
        ("ReduceProd", node => Reduce(node, "product", x => x.Aggregate((y, z) => y * z))),
        ("ReduceL1", node => Reduce(node, "l1", x => x.Sum(Math.Abs))),
        ("ReduceL2", node => Reduce(node, "l2", x => Math.Sqrt(x.Sum(y => y * y)))),
        ("ReduceSumSquare", node => Reduce(node, "sum_of_squares", x => x.Sum(y => y * y))),
        ("ReduceLogSum", node => Reduce(node, "log_sum", x => Math.Log(x.Sum()))),
        ("ReduceLogSumExp", node => Reduce(node, "log_sum_exp", x => Math.Log(x.Sum(Math.Exp)))),
    ];

    /// <summary>Adds a layer that reduces one axis.</summary>
    public static string Layer(NodeTranslation node, string operation, string input, params int[] axes) =>
        node.Add("reduce", input, ("operation", operation), ("axes", axes));

    /// <summary>A reduction whose axes stay with size 1.</summary>
    public static Value Kept(NodeTranslation node, string operation, Value data, int[] axes)
    {
        int[] shape = [.. data.Shape.Select((size, axis) => axes.Contains(axis) ? 1 : size)];
        string layer = node.Add("reduce", node.Layers.Read(data), ("operation", operation), ("axes", axes), ("keep_dimensions", true));
        return node.Result(data.Kind, shape, layer, shape);
    }

    private static Value[] Reduce(NodeTranslation node, string operation, Func<IEnumerable<double>, double> fold)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int[]? said = node.Integers("axes", 1, "the axes");
        if (said is null or { Length: 0 } && node.Flag("noop_with_empty_axes", false))
        {
            return operation is "sum" or "mean" or "max" or "min" or "product"
                ? [node.View(data, data.Shape)]
                : throw node.Fail("it has no axes, and reduces nothing");
        }

        int[] axes = said is null or { Length: 0 } ? [.. Enumerable.Range(0, rank)] : node.Axes(said, rank);
        int[] kept = [.. data.Shape.Select((size, axis) => axes.Contains(axis) ? 1 : size)];
        int[] shape = node.Flag("keepdims", true) ? kept : [.. data.Shape.Where((_, axis) => !axes.Contains(axis))];
        if (data.Constant is { } literal || data.Count == 0)
        {
            return [node.Result(Fold(data.Constant ?? throw node.Fail("what it reduces has no elements"), kept, fold, operation).Reshaped(shape))];
        }

        if (rank == 0)
        {
            Value one = node.View(data, [1]);
            return [node.View(Kept(node, operation, one, [0]), shape)];
        }

        int[] wide = [.. axes.Where(axis => data.Shape[axis] > 1)];
        if (wide.Length == 0 && operation is "sum" or "mean" or "max" or "min" or "product")
        {
            return [node.View(data, shape)];
        }

        // Axes of size 1 before all others may be missing in the layer, and nothing is reduced along them.
        int missing = rank - data.LayerShape.Length;
        bool isShort = missing > 0 && data.Shape.Skip(missing).SequenceEqual(data.LayerShape) && axes.Any(axis => axis >= missing);
        int[] from = isShort ? data.LayerShape : data.Shape;
        int[] along = isShort ? [.. axes.Where(axis => axis >= missing).Select(axis => axis - missing)] : axes;
        string layer = node.Add("reduce", node.Layers.Read(data, from), ("operation", operation), ("axes", along), ("keep_dimensions", true));
        return [node.Result(data.Kind, shape, layer, [.. from.Select((size, axis) => along.Contains(axis) ? 1 : size)])];
    }

    private static Literal Fold(Literal data, int[] kept, Func<IEnumerable<double>, double> fold, string operation)
    {
        List<double>[] parts = [.. Enumerable.Range(0, Dimensions.Count(kept)).Select(_ => new List<double>())];
        int[] places = Dimensions.Broadcast(kept, data.Shape);
        for (int i = 0; i < places.Length; i++)
        {
            parts[places[i]].Add(data.Number(i));
        }

        double empty = operation switch
        {
            "product" => 1,
            "max" => double.NegativeInfinity,
            "min" => double.PositiveInfinity,
            "mean" => double.NaN,
            "log_sum" or "log_sum_exp" => double.NegativeInfinity,
            _ => 0,
        };
        double[] values = Array.ConvertAll(parts, part => part.Count == 0 ? empty : fold(part));
        return Literal.Of(ElementKind.Double, kept, values).Cast(data.Kind);
    }
}
