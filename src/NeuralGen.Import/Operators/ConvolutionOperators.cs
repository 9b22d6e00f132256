using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Convolutions. Layers take one image, so several are computed one by one.</summary>
internal static class ConvolutionOperators
{
    private const int MostAxes = 3;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Conv", Conv),
        ("ConvTranspose", Transposed),
    ];

    /// <summary>Computes every image of a batch by itself, and puts the results one behind the other.</summary>
    /// <param name="node">The node.</param>
    /// <param name="data">The batch.</param>
    /// <param name="shape">The shape of what comes out.</param>
    /// <param name="layer">Adds the layer for an image.</param>
    public static Value Each(NodeTranslation node, Value data, int[] shape, Func<string, string> layer)
    {
        int[] image = [.. data.Shape.Skip(1)];
        int[] result = [.. shape.Skip(1)];
        if (data.Shape[0] == 1)
        {
            return node.Result(data.Kind, shape, layer(node.Layers.Read(data, image)), result);
        }

        List<string> parts = [];
        string all = node.Layers.Read(data);
        for (int i = 0; i < data.Shape[0]; i++)
        {
            string slice = node.Layers.Add("slice", $"{node.OutputName()} image {i}", [all], ("start", i), ("end", i + 1));
            parts.Add(layer(node.Layers.View(slice, Dimensions.With(data.Shape, 0, 1), image)));
        }

        int[] joined = [result[0] * parts.Count, .. result.Skip(1)];
        return node.Result(data.Kind, shape, node.Layers.Add("concat", node.OutputName(), parts), joined);
    }

    /// <summary>The sizes of the axes of pixels.</summary>
    public static int[] Pixels(NodeTranslation node, Value data) => data.Shape.Length is >= 3 and <= MostAxes + 2
        ? [.. data.Shape.Skip(2)]
        : throw node.Fail($"it works on [batch, channels, …] with one to three axes of pixels, not {Dimensions.Text(data.Shape)}");

    /// <summary>Whether numbers stand for the channels of [1, channels, …]: one for each, and the same for all its pixels.</summary>
    public static bool IsPerChannel(Value data, Literal numbers)
    {
        int before = numbers.Shape.Length - data.Shape.Length + 1;
        return data.Shape.Length > 2 && data.Shape[0] == 1 && before >= 0 && numbers.Shape[before] == data.Shape[1] && numbers.Count == data.Shape[1];
    }

    private static Value[] Conv(NodeTranslation node) => [Product(node, node.Input(0), node.Input(1), node.Optional(2))];

    /// <summary>A convolution by the attributes of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="data">What is convolved.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">The bias; null where there is none.</param>
    public static Value Product(NodeTranslation node, Value data, Value weights, Value? bias)
    {
        int[] pixels = Pixels(node, data);
        int[] kernel = node.Integers("kernel_shape") ?? [.. weights.Shape.Skip(2)];
        int groups = node.Integer("group", 1);
        if (weights.Shape.Length != data.Shape.Length || groups < 1 || data.Shape[1] != (long)weights.Shape[1] * groups || weights.Shape[0] % groups != 0 || !weights.Shape.Skip(2).SequenceEqual(kernel))
        {
            throw node.Fail($"weights of shape {Dimensions.Text(weights.Shape)} in {groups} groups do not fit {Dimensions.Text(data.Shape)}");
        }

        SpatialWindow window = SpatialWindow.Of(node, pixels, kernel);
        int[] shape = node.Checked([data.Shape[0], weights.Shape[0], .. window.Sizes]);
        if (weights.Constant is not { } numbers || bias is { Constant: null } || data.Constant is not null || window.Padding.Any(size => size < 0))
        {
            return ByProduct(node, data, weights, bias, window, shape, groups);
        }

        return Each(node, data, shape, image => node.Layers.Add(
            $"conv{pixels.Length}d",
            node.OutputName(),
            [image],
            ("stride", IsAll(window.Strides, 1) ? null : window.Strides),
            ("padding", IsAll(window.Padding, 0) ? null : window.Padding),
            ("dilation", IsAll(window.Dilations, 1) ? null : window.Dilations),
            ("groups", groups == 1 ? null : groups),
            ("kernel", kernel),
            ("units", weights.Shape[0]),
            ("weights", new Numbers(weights.Name, numbers)),
            ("bias", bias is null ? null : new Numbers(bias.Name, bias.Constant!)),
            ("use_bias", bias is null ? false : null)));
    }

    /// <summary>Weights that are computed: the pixels under every position of the window, times the weights.</summary>
    private static Value ByProduct(NodeTranslation node, Value data, Value weights, Value? bias, SpatialWindow window, int[] shape, int groups)
    {
        int[] pixels = [.. data.Shape.Skip(2)];
        int size = Dimensions.Count(pixels);
        int taps = Dimensions.Count(window.Kernel);
        int positions = Dimensions.Count(window.Sizes);
        int channels = data.Shape[1] / groups;
        int[] places = window.Taps(pixels);

        // [batch, groups, positions, channels·taps] times [groups, channels·taps, units].
        Value patches = node.Move(data, [data.Shape[0], groups, positions, channels * taps], at =>
            places[(at[2] * taps) + (at[3] % taps)] is >= 0 and var place ? (((((at[0] * groups) + at[1]) * channels) + (at[3] / taps)) * size) + place : -1);
        Value units = node.View(weights, [groups, weights.Shape[0] / groups, channels * taps]);
        Value product = DenseOperators.MatMul(node, patches, ShapeOperators.Transpose(node, units, [0, 2, 1]));
        Value result = node.View(ShapeOperators.Transpose(node, product, [0, 1, 3, 2]), shape);
        return bias is null
            ? result
            : node.Map(data.Kind, "{0} + {1}", null, [result, node.View(bias, [bias.Count, .. Enumerable.Repeat(1, pixels.Length)])]);
    }

    private static Value[] Transposed(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] pixels = Pixels(node, data);
        int axes = pixels.Length;
        Literal weights = node.Known(1, "the weights");
        int groups = node.Integer("group", 1);
        if (weights.Shape.Length != data.Shape.Length || weights.Shape[0] != data.Shape[1] || groups < 1 || weights.Shape[0] % groups != 0)
        {
            throw node.Fail($"weights of shape {Dimensions.Text(weights.Shape)} in {groups} groups do not fit {Dimensions.Text(data.Shape)}");
        }

        int[] kernel = [.. weights.Shape.Skip(2)];
        int[] strides = node.Integers("strides") ?? [.. Enumerable.Repeat(1, axes)];
        int[] dilations = node.Integers("dilations") ?? [.. Enumerable.Repeat(1, axes)];
        int[] more = node.Integers("output_padding") ?? new int[axes];
        int[] pads = node.Integers("pads") ?? new int[2 * axes];
        int[] before = [.. pads.Take(axes)];
        int[] after = [.. pads.Skip(axes)];
        int[]? wanted = node.Integers("output_shape");
        string mode = node.Text("auto_pad", "NOTSET");
        int[] sizes = new int[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            int whole = NodeTranslation.Clamp(((pixels[axis] - 1L) * strides[axis]) + more[axis] + ((kernel[axis] - 1L) * dilations[axis]) + 1);
            int? size = wanted is not null ? wanted[wanted.Length - axes + axis] : mode is "SAME_UPPER" or "SAME_LOWER" ? pixels[axis] * strides[axis] : null;
            if (size is { } fixedSize)
            {
                int all = Math.Max(0, whole - fixedSize);
                (before[axis], after[axis]) = mode == "SAME_UPPER" ? (all / 2, all - (all / 2)) : (all - (all / 2), all / 2);
                more[axis] += Math.Max(0, fixedSize - whole);
                whole = Math.Max(whole, fixedSize);
            }

            sizes[axis] = whole - before[axis] - after[axis];
        }

        // Layers add behind no more than the stride or the dilation; what is more is cut off less, or zeros and the bias.
        for (int axis = 0; axis < axes; axis++)
        {
            int cut = Math.Min(more[axis], Math.Max(0, after[axis]));
            (more[axis], after[axis]) = (more[axis] - cut, after[axis] - cut);
            if (more[axis] >= Math.Max(strides[axis], dilations[axis]) || before[axis] < 0 || after[axis] < 0)
            {
                throw node.Fail($"{more[axis]} values behind axis {axis + 2} are more than its stride or dilation");
            }
        }

        Literal? bias = node.Optional(2) is null ? null : node.Known(2, "the bias");
        int units = weights.Shape[1] * groups;
        int[] shape = node.Checked([data.Shape[0], units, .. sizes]);
        int[] padding = [.. before, .. after];
        return [Each(node, data, shape, image => node.Layers.Add(
            $"conv_transpose{axes}d",
            node.OutputName(),
            [image],
            ("stride", IsAll(strides, 1) ? null : strides),
            ("padding", IsAll(padding, 0) ? null : padding),
            ("output_padding", IsAll(more, 0) ? null : more),
            ("dilation", IsAll(dilations, 1) ? null : dilations),
            ("groups", groups == 1 ? null : groups),
            ("kernel", kernel),
            ("units", units),
            ("weights", new Numbers(node.Input(1).Name, weights)),
            ("bias", bias is null ? null : new Numbers(node.Input(2).Name, bias)),
            ("use_bias", bias is null ? false : null)))];
    }

    private static bool IsAll(int[] values, int value) => Array.TrueForAll(values, each => each == value);
}
