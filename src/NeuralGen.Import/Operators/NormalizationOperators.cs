using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Normalisations.</summary>
internal static class NormalizationOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("BatchNormalization", Batch),
        ("LayerNormalization", Layer),
        ("InstanceNormalization", Instance),
        ("GroupNormalization", Group),
        ("RMSNormalization", Rms),
        ("MeanVarianceNormalization", MeanVariance),
        ("LpNormalization", Lp),
        ("LRN", AcrossChannels),
    ];

    private static Value[] Batch(NodeTranslation node)
    {
        Value data = node.Input(0);
        if (node.Flag("training_mode", false) || (node.Version < 7 && node.Has("is_test") && !node.Flag("is_test", true)))
        {
            throw node.Fail("it takes the statistics of the batch, which is training");
        }

        if (!node.Flag("spatial", true))
        {
            throw node.Fail("spatial = 0 is not supported");
        }

        if (data.Shape.Length < 2)
        {
            throw node.Fail($"{Dimensions.Text(data.Shape)} has no axis of channels");
        }

        if (Enumerable.Range(1, 4).Any(i => node.Input(i).Constant is null))
        {
            // Statistics that are computed or passed.
            Value[] channels = [.. Enumerable.Range(1, 4).Select(i => node.View(node.Input(i), [node.Input(i).Count, .. Enumerable.Repeat(1, data.Shape.Length - 2)]))];
            string epsilon = ActivationOperators.Number(node.Float("epsilon", 1e-5));
            return [node.Map(data.Kind, $"({{0}} - {{3}}) / sqrt({{4}} + {epsilon}) * {{1}} + {{2}}", null, [data, .. channels])];
        }

        (string layer, int[] shape, int axis) = node.Along(data, 1);
        string result = node.Add(
            "batch_normalization",
            layer,
            ("axis", axis == 0 ? null : axis),
            ("gamma", new Numbers(node.Input(1).Name, node.Known(1, "the scale"))),
            ("beta", new Numbers(node.Input(2).Name, node.Known(2, "the shift"))),
            ("mean", new Numbers(node.Input(3).Name, node.Known(3, "the mean"))),
            ("variance", new Numbers(node.Input(4).Name, node.Known(4, "the variance"))),
            ("epsilon", node.Float("epsilon", 1e-5)));
        return [node.Result(data.Kind, data.Shape, result, shape)];
    }

    private static Value[] Layer(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int axis = node.Axis(node.Integer("axis", -1), rank);
        int[] inner = [.. data.Shape.Skip(axis)];
        int size = Dimensions.Count(inner);
        Value gamma = node.Input(1);
        Value? beta = node.Optional(2);
        double epsilon = node.Float("epsilon", 1e-5);
        if (!node.Wants(1) && !node.Wants(2) && gamma is { Constant: { } scale } && gamma.Count == size && (beta is null || (beta.Constant is not null && beta.Count == size)))
        {
            int[] flat = data.Count == size ? [size] : [data.Count / size, size];
            string layer = node.Add(
                "layer_normalization",
                node.Layers.Read(data, flat),
                ("gamma", new Numbers(gamma.Name, scale.Reshaped([size]))),
                ("beta", beta is null ? null : new Numbers(beta.Name, beta.Constant!.Reshaped([size]))),
                ("epsilon", epsilon));
            return [node.Result(data.Kind, data.Shape, layer, flat)];
        }

        int[] axes = [.. Enumerable.Range(axis, rank - axis)];
        Value mean = ReductionOperators.Kept(node, "mean", data, axes);
        Value centered = node.Map(data.Kind, "{0} - {1}", null, [data, mean]);
        Value variance = ReductionOperators.Kept(node, "mean", node.Map(data.Kind, "{0} * {0}", null, [centered]), axes);
        Value inverse = node.Map(data.Kind, $"1 / sqrt({{0}} + {ActivationOperators.Number(epsilon)})", null, [variance], 2);
        Value result = beta is null
            ? node.Map(data.Kind, "{0} * {1} * {2}", null, [centered, inverse, gamma])
            : node.Map(data.Kind, "{0} * {1} * {2} + {3}", null, [centered, inverse, gamma, beta]);
        return [result, node.View(mean, mean.Shape, 1), inverse];
    }

    /// <summary>A layer normalisation along the last axis, whose scale and shift may be computed.</summary>
    public static Value AlongLast(NodeTranslation node, Value data, Value gamma, Value? beta, double epsilon)
    {
        int last = data.Shape.Length - 1;
        Value centered = node.Map(data.Kind, "{0} - {1}", null, [data, ReductionOperators.Kept(node, "mean", data, [last])]);
        Value variance = ReductionOperators.Kept(node, "mean", node.Map(data.Kind, "{0} * {0}", null, [centered]), [last]);
        string formula = $"{{0}} / sqrt({{1}} + {ActivationOperators.Number(epsilon)}) * {{2}}";
        return beta is null ? node.Map(data.Kind, formula, null, [centered, variance, gamma]) : node.Map(data.Kind, formula + " + {3}", null, [centered, variance, gamma, beta]);
    }

    private static Value[] Rms(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integer("axis", -1), data.Shape.Length);
        int size = Dimensions.Count(data.Shape.Skip(axis));
        if (node.Input(1) is { Constant: { } scale } gamma && gamma.Count == size)
        {
            int[] flat = data.Count == size ? [size] : [data.Count / size, size];
            string layer = node.Add(
                "rms_normalization", node.Layers.Read(data, flat), ("gamma", new Numbers(gamma.Name, scale.Reshaped([size]))), ("epsilon", node.Float("epsilon", 1e-5)));
            return [node.Result(data.Kind, data.Shape, layer, flat)];
        }

        Value squares = node.Map(data.Kind, "{0} * {0}", null, [data]);
        Value mean = ReductionOperators.Kept(node, "mean", squares, [.. Enumerable.Range(axis, data.Shape.Length - axis)]);
        return [node.Map(data.Kind, $"{{0}} / sqrt({{1}} + {ActivationOperators.Number(node.Float("epsilon", 1e-5))}) * {{2}}", null, [data, mean, node.Input(1)])];
    }

    private static Value[] Instance(NodeTranslation node)
    {
        Value data = node.Input(0);
        return [Grouped(node, data, data.Shape[1], node.Input(1), node.Input(2), isPerGroup: false)];
    }

    /// <summary>Before opset 21 there is a scale per group, from there on one per channel.</summary>
    private static Value[] Group(NodeTranslation node)
    {
        Value data = node.Input(0);
        return [Grouped(node, data, node.Integer("num_groups", 1), node.Input(1), node.Input(2), node.Version < 21)];
    }

    private static Value Grouped(NodeTranslation node, Value data, int groups, Value gamma, Value beta, bool isPerGroup)
    {
        if (data.Shape.Length < 2 || groups < 1 || data.Shape[1] % groups != 0)
        {
            throw node.Fail($"{Dimensions.Text(data.Shape)} has no {groups} groups of channels");
        }

        int channels = data.Shape[1];
        int[] flat = [data.Shape[0], groups, data.Count / data.Shape[0] / groups];
        Value grouped = node.View(data, flat);
        Value mean = ReductionOperators.Kept(node, "mean", grouped, [2]);
        Value centered = node.Map(data.Kind, "{0} - {1}", null, [grouped, mean]);
        Value variance = ReductionOperators.Kept(node, "mean", node.Map(data.Kind, "{0} * {0}", null, [centered]), [2]);
        string epsilon = ActivationOperators.Number(node.Float("epsilon", 1e-5));
        if (isPerGroup && gamma.Count == groups)
        {
            Value scaled = node.Map(
                data.Kind, $"{{0}} / sqrt({{1}} + {epsilon}) * {{2}} + {{3}}", null, [centered, variance, node.View(gamma, [groups, 1]), node.View(beta, [groups, 1])]);
            return node.View(scaled, data.Shape);
        }

        if (gamma.Constant is { } scale && beta.Constant is { } shift && data.Shape[0] == 1)
        {
            int[] image = [.. data.Shape.Skip(1)];
            string layer = node.Add(
                "group_normalization",
                node.Layers.Read(data, image),
                ("groups", groups),
                ("gamma", new Numbers(gamma.Name, scale)),
                ("beta", new Numbers(beta.Name, shift)),
                ("epsilon", node.Float("epsilon", 1e-5)));
            return node.Result(data.Kind, data.Shape, layer, image);
        }

        Value normal = node.View(node.Map(data.Kind, $"{{0}} / sqrt({{1}} + {epsilon})", null, [centered, variance]), data.Shape);
        int[] perChannel = [channels, .. Enumerable.Repeat(1, data.Shape.Length - 2)];
        return node.Map(data.Kind, "{0} * {1} + {2}", null, [normal, node.View(gamma, perChannel), node.View(beta, perChannel)]);
    }

    private static Value[] MeanVariance(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] axes = node.Axes(node.Integers("axes") ?? [0, 2, 3], data.Shape.Length);
        Value mean = ReductionOperators.Kept(node, "mean", data, axes);
        Value centered = node.Map(data.Kind, "{0} - {1}", null, [data, mean]);
        Value variance = ReductionOperators.Kept(node, "mean", node.Map(data.Kind, "{0} * {0}", null, [centered]), axes);
        return [node.Map(data.Kind, "{0} / (sqrt({1}) + 1e-9)", null, [centered, variance])];
    }

    private static Value[] Lp(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integer("axis", -1), data.Shape.Length);
        Value norm = ReductionOperators.Kept(node, node.Integer("p", 2) == 1 ? "l1" : "l2", data, [axis]);
        return [node.Map(data.Kind, "{1} == 0 ? 0 : {0} / {1}", null, [data, norm])];
    }

    /// <summary>Local response normalisation: the squares of neighbouring channels, as an average over a list of channels.</summary>
    private static Value[] AcrossChannels(NodeTranslation node)
    {
        Value data = node.Input(0);
        int size = node.Integer("size", 1);
        int channels = data.Shape[1];
        int pixels = Dimensions.Count(data.Shape.Skip(2));
        Value squares = node.Map(data.Kind, "{0} * {0}", null, [data]);
        int before = (size - 1) / 2;
        int[] flat = [data.Shape[0], channels, pixels, size];
        Value neighbours = node.Move(squares, flat, at =>
            at[1] - before + at[3] is var channel && channel >= 0 && channel < channels ? (((at[0] * channels) + channel) * pixels) + at[2] : -1);
        Value sum = node.View(ReductionOperators.Kept(node, "sum", neighbours, [3]), data.Shape);
        string factor = ActivationOperators.Number(node.Float("alpha", 1e-4) / size);
        string formula = $"{{0}} / pow({ActivationOperators.Number(node.Float("bias", 1))} + {factor} * {{1}}, {ActivationOperators.Number(node.Float("beta", 0.75))})";
        return [node.Map(data.Kind, formula, null, [data, sum])];
    }
}
