using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Values by indices.</summary>
internal static class IndexOperators
{
    private const int MostRounds = 256;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Gather", Gather),
        ("GatherElements", GatherElements),
        ("GatherND", GatherPoints),
        ("Scatter", node => ScatterElements(node)),
        ("ScatterElements", ScatterElements),
        ("ScatterND", ScatterPoints),
        ("OneHot", OneHot),
        ("TopK", TopK),
        ("CumSum", CumulativeSum),
        ("ArgMax", node => ArgReduce(node, "arg_max")),
        ("ArgMin", node => ArgReduce(node, "arg_min")),
        ("Compress", Compress),
    ];

    private static int Wrapped(NodeTranslation node, long index, int size) =>
        index >= -size && index < size ? (int)(index < 0 ? index + size : index) : throw node.Fail($"index {index} lies outside of {size} values");

    private static Value[] Gather(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value indices = node.Input(1);
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        int[] shape = [.. data.Shape.Take(axis), .. indices.Shape, .. data.Shape.Skip(axis + 1)];
        if (indices.Constant is { } known)
        {
            int[] positions = Array.ConvertAll(known.Integers(), index => Wrapped(node, index, data.Shape[axis]));
            if (data.Constant is not null || positions.Length == 0)
            {
                int inner = Dimensions.Count(data.Shape.Skip(axis + 1));
                int[] flat = [Dimensions.Count(data.Shape.Take(axis)), positions.Length, inner];
                return [node.Move(shape, Dimensions.Walk(flat, at => (((at[0] * data.Shape[axis]) + positions[at[1]]) * inner) + at[2]), [data])];
            }

            (string layer, int[] from, int along) = node.Along(data, axis);
            string gathered = node.Add("gather", layer, ("axis", along == 0 ? null : along), ("indices", positions));
            return [node.Result(data.Kind, shape, gathered, Dimensions.With(from, along, positions.Length))];
        }

        if (data is { Constant: { Shape.Length: 2 } table } && axis == 0 && table.Kind.IsFloat() && table.Count > 0)
        {
            int[] read = indices.LayerShape.Length == 0 ? [1] : indices.LayerShape;
            string embedded = node.Add(
                "embedding", node.Layers.Read(indices, read), ("count", table.Shape[0]), ("units", table.Shape[1]), ("weights", new Writing.Numbers(data.Name, table)));
            return [node.Result(data.Kind, shape, embedded, [.. read, table.Shape[1]])];
        }

        int[] listed = indices.Shape.Length == 0 ? [1] : indices.Shape;
        string result = node.Layers.Add("gather", node.OutputName(), [node.Layers.Read(data), node.Layers.Read(indices, listed)], ("axis", axis == 0 ? null : axis));
        return [node.Result(data.Kind, shape, result, [.. data.Shape.Take(axis), .. listed, .. data.Shape.Skip(axis + 1)])];
    }

    private static Value[] GatherElements(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        if (node.Input(1).Constant is not { } indices)
        {
            return [OpenPlaces.Gather(node, data, OpenPlaces.Along(node, data.Shape, node.Input(1), axis))];
        }

        int[] steps = Dimensions.Steps(data.Shape);
        int[] own = Dimensions.Steps(indices.Shape);
        return [node.Move(data, indices.Shape, position => position.Select((at, i) =>
            (i == axis ? Wrapped(node, indices.Integer(position.Select((x, j) => x * own[j]).Sum()), data.Shape[axis]) : at) * steps[i]).Sum())];
    }

    private static Value[] GatherPoints(NodeTranslation node)
    {
        Value data = node.Input(0);
        int batch = node.Integer("batch_dims", 0);
        if (node.Input(1).Constant is not { } indices)
        {
            return [OpenPlaces.Gather(node, data, OpenPlaces.Points(node, data.Shape, node.Input(1), batch))];
        }

        int length = indices.Shape[indices.Shape.Length - 1];
        int[] outer = [.. indices.Shape.Take(indices.Shape.Length - 1)];
        int[] shape = [.. outer, .. data.Shape.Skip(batch + length)];
        int[] steps = Dimensions.Steps(data.Shape);
        int[] own = Dimensions.Steps(indices.Shape);
        return [node.Move(data, shape, position =>
        {
            int from = position.Take(outer.Length).Select((at, i) => at * own[i]).Sum();
            int place = position.Take(batch).Select((at, i) => at * steps[i]).Sum();
            for (int i = 0; i < length; i++)
            {
                place += Wrapped(node, indices.Integer(from + i), data.Shape[batch + i]) * steps[batch + i];
            }

            return place + position.Skip(outer.Length).Select((at, i) => at * steps[batch + length + i]).Sum();
        })];
    }

    private static Value[] ScatterElements(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value updates = node.Input(2);
        string reduction = node.Text("reduction", "none");
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        if (node.Input(1).Constant is not { } indices)
        {
            if (reduction is not ("none" or "add"))
            {
                node.Known(1, "the indices");
            }

            string[] inputs = [node.Layers.Read(data), node.Layers.Read(node.Input(1)), node.Layers.Read(updates)];
            string layer = node.Layers.Add("scatter", node.OutputName(), inputs, ("axis", axis == 0 ? null : axis), ("add", reduction == "add" ? true : null));
            return [node.Result(data.Kind, data.Shape, layer, data.Shape)];
        }

        int[] steps = Dimensions.Steps(data.Shape);
        int[] targets = Dimensions.Walk(indices.Shape, position => -1);
        int next = 0;
        targets = Dimensions.Walk(indices.Shape, position =>
        {
            int index = Wrapped(node, indices.Integer(next++), data.Shape[axis]);
            return position.Select((at, i) => (i == axis ? index : at) * steps[i]).Sum();
        });
        return [Scatter(node, data, updates, targets, reduction)];
    }

    private static Value[] ScatterPoints(NodeTranslation node)
    {
        Value data = node.Input(0);
        string reduction = node.Text("reduction", "none");
        if (node.Input(1).Constant is null && reduction is ("none" or "add"))
        {
            return [OpenPlaces.Scatter(node, data, OpenPlaces.Points(node, data.Shape, node.Input(1), 0), node.Input(2), reduction == "add")];
        }

        Literal indices = node.Known(1, "the indices");
        int length = indices.Shape[indices.Shape.Length - 1];
        int[] steps = Dimensions.Steps(data.Shape);
        int inner = Dimensions.Count(data.Shape.Skip(length));
        List<int> targets = [];
        for (int i = 0; i + length <= indices.Count && length > 0; i += length)
        {
            int start = Enumerable.Range(0, length).Sum(j => Wrapped(node, indices.Integer(i + j), data.Shape[j]) * steps[j]);
            targets.AddRange(Enumerable.Range(start, inner));
        }

        return [Scatter(node, data, node.Input(2), [.. targets], reduction)];
    }

    /// <summary>Updates at places that are known: one after the other where some meet, since each may change what the one before it left.</summary>
    private static Value Scatter(NodeTranslation node, Value data, Value updates, int[] targets, string reduction)
    {
        if (targets.Length != updates.Count)
        {
            throw node.Fail($"it has {updates.Count} updates for {targets.Length} places");
        }

        string formula = reduction switch
        {
            "none" => "{1}",
            "add" => "{0} + {1}",
            "mul" => "{0} * {1}",
            "max" => "max({0}, {1})",
            "min" => "min({0}, {1})",
            _ => throw node.Fail($"its reduction is '{reduction}'"),
        };
        Value result = data;
        List<int> left = [.. Enumerable.Range(0, targets.Length)];
        for (int round = 0; left.Count > 0; round++)
        {
            if (round == MostRounds)
            {
                throw node.Fail($"more than {MostRounds} updates of one value are not supported");
            }

            // Of several updates of one place only the last counts where they replace, and all where they do not.
            int[] places = [.. Enumerable.Repeat(-1, data.Count)];
            List<int> later = [];
            foreach (int update in left)
            {
                if (reduction == "none" || places[targets[update]] < 0)
                {
                    places[targets[update]] = update;
                }
                else
                {
                    later.Add(update);
                }
            }

            int[] chosen = [.. places.Select((update, i) => update < 0 ? i : data.Count + update)];
            Value replaced = node.Move(data.Shape, chosen, [result, updates]);
            if (reduction != "none")
            {
                bool[] hit = Array.ConvertAll(places, update => update >= 0);
                Value changed = node.Map(data.Kind, formula, null, [result, replaced]);
                replaced = node.Move(data.Shape, [.. hit.Select((isHit, i) => isHit ? data.Count + i : i)], [result, changed]);
            }

            result = replaced;
            left = later;
        }

        return result;
    }

    private static Value[] OneHot(NodeTranslation node)
    {
        Value indices = node.Input(0);
        int depth = NodeTranslation.Clamp(node.Known(1, "the depth").Integer(0));
        Value values = node.Input(2);
        int rank = indices.Shape.Length + 1;
        int axis = node.Axis(node.Integer("axis", -1), rank);
        int[] shape = node.Checked([.. indices.Shape.Take(axis), depth, .. indices.Shape.Skip(axis)]);
        int[] open = [.. indices.Shape.Take(axis), 1, .. indices.Shape.Skip(axis)];
        Literal steps = Literal.Of(indices.Kind, [depth, .. Enumerable.Repeat(1, rank - 1 - axis)], Enumerable.Range(0, depth).Select(i => (double)i).ToArray());
        steps = indices.Kind.IsFloat() ? steps : Literal.Of(ElementKind.Double, steps.Shape, steps.Numbers()).Cast(indices.Kind);
        Value positions = node.Result(steps);
        string word = FormattableString.Invariant($"({{0}} == {{1}} || {{0}} + {depth} == {{1}})");
        Fold match = new(x => x[0] == x[1] || x[0] + depth == x[1] ? 1 : 0, x => x[0] == x[1] || x[0] + depth == x[1] ? 1 : 0);
        Value hit = node.Map(ElementKind.Bool, word, match, [node.View(indices, open), positions]);
        Value off = MovementOperators.Cut(node, values, 0, 0, 1, 1);
        Value on = MovementOperators.Cut(node, values, 0, 1, 1, 1);
        Value chosen = node.Map(values.Kind, "{0} ? {1} : {2}", new Fold(x => x[0] != 0 ? x[1] : x[2], x => x[0] != 0 ? x[1] : x[2]), [hit, on, off]);
        return [node.View(chosen, shape)];
    }

    private static Value[] TopK(NodeTranslation node)
    {
        Value data = node.Input(0);
        int count = node.Version < 10 ? node.Integer("k", 0) : NodeTranslation.Clamp(node.Known(1, "the number of values").Integer(0));
        int axis = node.Axis(node.Integer("axis", -1), data.Shape.Length);
        (string layer, int[] from, int along) = node.Along(data, axis);
        int[] shape = Dimensions.With(data.Shape, axis, count);
        string[] parts = node.Layers.AddParts(
            "top_k", [node.OutputName(0), node.OutputName(1)], [layer], ("count", count), ("axis", along), ("largest", node.Flag("largest", true) ? null : false));
        int[] layerShape = Dimensions.With(from, along, count);
        return [node.Result(data.Kind, shape, parts[0], layerShape), node.Result(ElementKind.Int64, shape, parts[1], layerShape, 1)];
    }

    private static Value[] CumulativeSum(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integers(1, "the axis")[0], data.Shape.Length);
        (string layer, int[] from, int along) = node.Along(data, axis);
        string sum = node.Add(
            "cumulative_sum", layer, ("axis", along == 0 ? null : along), ("exclusive", node.Flag("exclusive", false) ? true : null), ("reverse", node.Flag("reverse", false) ? true : null));
        return [node.Result(data.Kind, data.Shape, sum, from)];
    }

    private static Value[] ArgReduce(NodeTranslation node, string type)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        (string layer, int[] from, int along) = node.Along(data, axis);
        bool keeps = node.Flag("keepdims", true);
        string found = node.Add(type, layer, ("axis", along), ("keep_dimensions", true), ("last", node.Flag("select_last_index", false) ? true : null));
        int[] shape = keeps ? Dimensions.With(data.Shape, axis, 1) : [.. data.Shape.Where((_, i) => i != axis)];
        return [node.Result(ElementKind.Int64, shape, found, Dimensions.With(from, along, 1))];
    }

    private static Value[] Compress(NodeTranslation node)
    {
        Value data = node.Input(0);
        bool[] condition = Array.ConvertAll(node.Known(1, "the condition").Integers(), value => value != 0);
        int axis = node.Has("axis") ? node.Axis(node.Integer("axis", 0), data.Shape.Length) : 0;
        Value source = node.Has("axis") ? data : node.View(data, [data.Count]);
        int[] kept = [.. Enumerable.Range(0, Math.Min(condition.Length, source.Shape[axis])).Where(i => condition[i])];
        int[] steps = Dimensions.Steps(source.Shape);
        return [node.Move(source, Dimensions.With(source.Shape, axis, kept.Length), position => position.Select((at, i) => (i == axis ? kept[at] : at) * steps[i]).Sum())];
    }
}
