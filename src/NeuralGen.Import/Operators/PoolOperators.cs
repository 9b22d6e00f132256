using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Pools. Several images are so many more channels.</summary>
internal static class PoolOperators
{
    private const int MostAxes = 3;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("MaxPool", MaxPool),
        ("AveragePool", AveragePool),
        ("LpPool", LpPool),
        ("GlobalMaxPool", node => [Global(node, "max")]),
        ("GlobalAveragePool", node => [Global(node, "mean")]),
        ("GlobalLpPool", GlobalLpPool),
    ];

    private static SpatialWindow Window(NodeTranslation node) =>
        SpatialWindow.Of(node, Pixels(node), node.Integers("kernel_shape") ?? throw node.Fail("it has no kernel_shape"));

    private static int[] Pixels(NodeTranslation node) => node.Input(0).Shape is { Length: >= 3 } shape
        ? [.. shape.Skip(2)]
        : throw node.Fail($"it works on [batch, channels, …], not {Dimensions.Text(node.Input(0).Shape)}");

    private static int[] Shape(NodeTranslation node, SpatialWindow window) => node.Checked([.. node.Input(0).Shape.Take(2), .. window.Sizes]);

    private static Value Layer(NodeTranslation node, string type, SpatialWindow window, bool? countsPadding)
    {
        int[] pixels = Pixels(node);
        int channels = node.Input(0).Shape[0] * node.Input(0).Shape[1];
        string from = node.Layers.Read(node.Input(0), [channels, .. pixels]);
        string layer = node.Add(
            $"{type}{pixels.Length}d",
            from,
            ("kernel", window.Kernel),
            ("stride", window.Strides),
            ("padding", window.Padding.All(size => size == 0) ? null : window.Padding),
            ("dilation", window.Dilations.All(size => size == 1) ? null : window.Dilations),
            ("ceil_mode", node.Flag("ceil_mode", false) ? true : null),
            ("count_include_pad", countsPadding));
        return node.Result(node.Input(0).Kind, Shape(node, window), layer, [channels, .. window.Sizes]);
    }

    /// <summary>Whether some position has no pixel under it, which layers refuse.</summary>
    private static bool HasEmpty(SpatialWindow window, int[] pixels) => Enumerable.Range(0, pixels.Length).Any(axis => Enumerable.Range(0, window.Sizes[axis]).Any(position =>
        Enumerable.Range(0, window.Kernel[axis]).All(tap => (position * window.Strides[axis]) - window.Before[axis] + (tap * window.Dilations[axis]) is var at && (at < 0 || at >= pixels[axis]))));

    private static bool IsLayer(NodeTranslation node, SpatialWindow window) =>
        window.Kernel.Length <= MostAxes && node.Input(0).Kind.IsFloat() && !HasEmpty(window, Pixels(node));

    /// <summary>The values under every position, as an axis behind all others.</summary>
    private static Value Patches(NodeTranslation node, SpatialWindow window, double filling)
    {
        int[] pixels = Pixels(node);
        int size = Dimensions.Count(pixels);
        int taps = Dimensions.Count(window.Kernel);
        int positions = Dimensions.Count(window.Sizes);
        int[] places = window.Taps(pixels);
        Value data = node.Input(0);
        return node.Move(data, [data.Shape[0] * data.Shape[1], positions, taps], at => places[(at[1] * taps) + at[2]] is >= 0 and var place ? (at[0] * size) + place : -1, filling);
    }

    private static Value[] MaxPool(NodeTranslation node)
    {
        SpatialWindow window = Window(node);
        int[] shape = Shape(node, window);
        if (IsLayer(node, window) && !node.Wants(1))
        {
            return [Layer(node, "max_pool", window, null)];
        }

        Value data = node.Input(0);
        double least = data.Kind switch
        {
            ElementKind.UInt8 => 0,
            ElementKind.Int8 => sbyte.MinValue,
            ElementKind.Int32 => int.MinValue,
            ElementKind.Double => double.MinValue,
            _ => float.MinValue,
        };
        if (HasEmpty(window, Pixels(node)))
        {
            throw node.Fail("a position of its window has no value under it");
        }

        Value patches = Patches(node, window, least);
        int[] flat = [.. patches.Shape.Take(2)];
        Value largest = node.Result(data.Kind, shape, ReductionOperators.Layer(node, "max", node.Layers.Read(patches), 2), flat);
        return node.Wants(1) ? [largest, Indices(node, window, patches, shape)] : [largest];
    }

    /// <summary>Where the largest values stand among all.</summary>
    private static Value Indices(NodeTranslation node, SpatialWindow window, Value patches, int[] shape)
    {
        int[] pixels = Pixels(node);
        int taps = Dimensions.Count(window.Kernel);
        int positions = Dimensions.Count(window.Sizes);
        int rows = patches.Shape[0];
        int[] places = window.Taps(pixels);
        if (node.Integer("storage_order", 0) == 1 && pixels.Length == 2)
        {
            places = Array.ConvertAll(places, place => place < 0 ? -1 : (place % pixels[1] * pixels[0]) + (place / pixels[1]));
        }

        // The tap of the largest value, counted through all rows and positions, says where that stands.
        string tap = node.Layers.Add("arg_max", node.OutputName(1) + " tap", [node.Layers.Read(patches)], ("axis", 2));
        int size = Dimensions.Count(pixels);
        Literal table = Literal.Of(ElementKind.Int64, [positions * taps], Array.ConvertAll(places, place => (long)place));
        Literal starts = Literal.Of(ElementKind.Int64, [positions], [.. Enumerable.Range(0, positions).Select(i => (long)i * taps)]);
        Literal offsets = Literal.Of(ElementKind.Int64, [rows, 1], [.. Enumerable.Range(0, rows).Select(i => (long)i * size)]);
        Value taken = node.Result(ElementKind.Int64, [rows, positions], tap, [rows, positions]);
        Value index = node.Map(ElementKind.Int64, "{0} + {1}", null, [taken, node.Result(starts)]);
        string found = node.Layers.Add("gather", node.OutputName(1) + " pixel", [node.Layers.Read(node.Result(table)), node.Layers.Read(index)]);
        Value pixel = node.Result(ElementKind.Int64, [rows, positions], found, [rows, positions]);
        return node.View(node.Map(ElementKind.Int64, "{0} + {1}", null, [pixel, node.Result(offsets)]), shape, 1);
    }

    private static Value[] AveragePool(NodeTranslation node)
    {
        SpatialWindow window = Window(node);
        bool counts = node.Flag("count_include_pad", false);
        int[] pixels = Pixels(node);
        if (IsLayer(node, window) && window.Dilations.All(size => size == 1))
        {
            return [Layer(node, "average_pool", window, counts)];
        }

        // Sums, and how many values each is of.
        int taps = Dimensions.Count(window.Kernel);
        int[] places = window.Taps(pixels);
        double[] factors = [.. Enumerable.Range(0, Dimensions.Count(window.Sizes)).Select(i => 1.0 / (counts ? taps : Math.Max(1, Enumerable.Range(0, taps).Count(tap => places[(i * taps) + tap] >= 0))))];
        Value patches = Patches(node, window, 0);
        int[] flat = [.. patches.Shape.Take(2)];
        Value sum = node.Result(node.Input(0).Kind, flat, ReductionOperators.Layer(node, "sum", node.Layers.Read(patches), 2), flat);
        Value factor = node.Result(Literal.Of(node.Input(0).Kind, [factors.Length], factors));
        return [node.View(node.Map(sum.Kind, "{0} * {1}", null, [sum, factor]), Shape(node, window))];
    }

    private static Value[] LpPool(NodeTranslation node)
    {
        SpatialWindow window = Window(node);
        Value patches = Patches(node, window, 0);
        return [node.View(Norm(node, patches, node.Integer("p", 2)), Shape(node, window))];
    }

    private static Value[] GlobalLpPool(NodeTranslation node)
    {
        Value data = node.Input(0);
        int[] shape = [.. data.Shape.Take(2), .. Pixels(node).Select(_ => 1)];
        Value rows = node.View(data, [data.Shape[0], data.Shape[1], Dimensions.Count(Pixels(node))]);
        return [node.View(Norm(node, rows, node.Integer("p", 2)), shape)];
    }

    /// <summary>The root of the sum of powers along the last axis.</summary>
    private static Value Norm(NodeTranslation node, Value data, int power)
    {
        int[] flat = [.. data.Shape.Take(2)];
        string? operation = power switch { 1 => "l1", 2 => "l2", _ => null };
        if (operation is not null)
        {
            return node.Result(data.Kind, flat, ReductionOperators.Layer(node, operation, node.Layers.Read(data), 2), flat);
        }

        Value powers = node.Map(data.Kind, FormattableString.Invariant($"pow(abs({{0}}), {power})"), null, [data]);
        Value sum = node.Result(data.Kind, flat, ReductionOperators.Layer(node, "sum", node.Layers.Read(powers), 2), flat);
        return node.Map(data.Kind, $"pow({{0}}, {ActivationOperators.Number(1.0 / power)})", null, [sum]);
    }

    private static Value Global(NodeTranslation node, string operation)
    {
        Value data = node.Input(0);
        int[] pixels = Pixels(node);
        int[] shape = [.. data.Shape.Take(2), .. pixels.Select(_ => 1)];
        int channels = data.Shape[0] * data.Shape[1];
        string layer = pixels.Length <= MostAxes
            ? node.Add(operation == "max" ? "global_max_pool" : "global_average_pool", node.Layers.Read(data, [channels, .. pixels]))
            : ReductionOperators.Layer(node, operation, node.Layers.Read(data, [channels, Dimensions.Count(pixels)]), 1);
        return node.Result(data.Kind, shape, layer, [channels]);
    }
}
