using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Values at places that are known only when the network is called: places are counted over the whole tensor.</summary>
internal static class OpenPlaces
{
    /// <summary>The values of a tensor at some places.</summary>
    public static Value Gather(NodeTranslation node, Value data, Value places)
    {
        string layer = node.Layers.Add("gather", node.OutputName(), [node.Layers.Read(data, [data.Count]), node.Layers.Read(places, [places.Count])]);
        return node.Result(data.Kind, places.Shape, layer, [places.Count]);
    }

    /// <summary>A tensor with other values at some places.</summary>
    public static Value Scatter(NodeTranslation node, Value data, Value places, Value updates, bool adds)
    {
        if (updates.Count != places.Count)
        {
            throw node.Fail($"it has {updates.Count} updates for {places.Count} places");
        }

        string[] inputs = [node.Layers.Read(data, [data.Count]), node.Layers.Read(places, [places.Count]), node.Layers.Read(updates, [updates.Count])];
        string layer = node.Layers.Add("scatter", node.OutputName(), inputs, ("add", adds ? true : null));
        return node.Result(data.Kind, data.Shape, layer, [data.Count]);
    }

    /// <summary>The places that have the position of an index but along one axis, where the index says.</summary>
    public static Value Along(NodeTranslation node, int[] shape, Value indices, int axis)
    {
        if (shape.Length != indices.Shape.Length || indices.Shape.Where((size, i) => i != axis && size > shape[i]).Any())
        {
            throw node.Fail($"indices of shape {Dimensions.Text(indices.Shape)} do not fit {Dimensions.Text(shape)}");
        }

        int[] steps = Dimensions.Steps(shape);
        int[] offsets = Dimensions.Walk(indices.Shape, position => position.Select((at, i) => i == axis ? 0 : at * steps[i]).Sum());
        return Place(node, node.Cast(indices, ElementKind.Int64), shape[axis], steps[axis], offsets, Dimensions.Count(shape));
    }

    /// <summary>The places of points: the last axis of the indices holds positions, the axes behind these are whole.</summary>
    public static Value Points(NodeTranslation node, int[] shape, Value indices, int batch)
    {
        int rank = indices.Shape.Length;
        int length = indices.Shape[rank - 1];
        if (length < 1 || batch + length > shape.Length)
        {
            throw node.Fail($"indices of shape {Dimensions.Text(indices.Shape)} do not fit {Dimensions.Text(shape)}");
        }

        int[] steps = Dimensions.Steps(shape);
        int[] outer = [.. indices.Shape.Take(rank - 1), 1];
        Value all = node.Cast(indices, ElementKind.Int64);
        Value? places = null;
        for (int i = 0; i < length; i++)
        {
            int[] offsets = i > 0 ? [.. Enumerable.Repeat(0, Dimensions.Count(outer))] : Dimensions.Walk(outer, position => position.Take(batch).Select((at, axis) => at * steps[axis]).Sum());
            Value part = Place(node, MovementOperators.Cut(node, all, rank - 1, i, 1, 1), shape[batch + i], steps[batch + i], offsets, Dimensions.Count(shape));
            places = places is null ? part : node.Map(ElementKind.Int64, "{0} + {1}", null, [places, part]);
        }

        int inner = Dimensions.Count(shape.Skip(batch + length));
        Value within = node.Result(Literal.Of(ElementKind.Int64, [inner], Enumerable.Range(0, inner).Select(i => (long)i).ToArray()));
        Value wide = inner == 1 ? places! : node.Map(ElementKind.Int64, "{0} + {1}", null, [places!, within]);
        return node.View(wide, [.. indices.Shape.Take(rank - 1), .. shape.Skip(batch + length)]);
    }

    /// <summary>Places along one axis. Where an index lies outside of it, the place lies outside of the whole tensor, and not in another row.</summary>
    private static Value Place(NodeTranslation node, Value index, int size, int step, int[] offsets, int count)
    {
        string outside = (2L * count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Value offset = node.Result(Literal.Of(ElementKind.Int64, index.Shape, Array.ConvertAll(offsets, place => (long)place)));
        string formula = FormattableString.Invariant($"{{0}} >= 0 && {{0}} < {size} ? {{0}} * {step} + {{1}} : {{0}} < 0 && {{0}} >= -{size} ? ({{0}} + {size}) * {step} + {{1}} : {outside}");
        return node.Map(ElementKind.Int64, formula, null, [index, offset]);
    }
}
