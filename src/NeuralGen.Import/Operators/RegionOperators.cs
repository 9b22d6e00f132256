using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Regions of images, brought to one size: pixels are gathered around places, weighted, and averaged or compared.</summary>
internal static class RegionOperators
{
    private const int HalfPixels = 16;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All => [("RoiAlign", RoiAlign)];

    private static Value[] RoiAlign(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value regions = node.Input(1);
        Value images = node.Input(2);
        string mode = node.Text("mode", "avg");
        int[] cells = [node.Integer("output_height", 1), node.Integer("output_width", 1)];
        if (data.Shape.Length != 4 || regions.Shape.Length != 2 || regions.Shape[1] != 4 || images.Count != regions.Shape[0] || cells[0] < 1 || cells[1] < 1 || mode is not ("avg" or "max"))
        {
            throw node.Fail($"regions of shape {Dimensions.Text(regions.Shape)} in {Dimensions.Text(data.Shape)}, or mode '{mode}', are not supported");
        }

        int samples = node.Integer("sampling_ratio", 0);
        if (samples < 1)
        {
            throw node.Fail("sampling_ratio = 0 takes more samples of larger regions, whose sizes only the data says; give it a sampling_ratio");
        }

        int count = regions.Shape[0];
        int channels = data.Shape[1];
        int[] pixels = [data.Shape[2], data.Shape[3]];
        Value[] at = [.. Enumerable.Range(0, 2).Select(axis => Places(node, regions, 1 - axis, cells[axis], samples))];
        (Value Low, Value High, Value Fraction, Value Inside)[] near = [.. at.Select((place, axis) => Neighbours(node, place, pixels[axis]))];
        near[0] = (Rows(node, near[0].Low), Rows(node, near[0].High), Rows(node, near[0].Fraction), Rows(node, near[0].Inside));
        near[1] = (Columns(node, near[1].Low), Columns(node, near[1].High), Columns(node, near[1].Fraction), Columns(node, near[1].Inside));

        // [channels, images · pixels], in which an index says image and pixel.
        Value all = node.View(ShapeOperators.Transpose(node, data, [1, 0, 2, 3]), [channels, data.Count / channels]);
        Value image = node.View(node.Cast(images, ElementKind.Int64), [count, 1, 1]);
        int[] shape = [channels, count, cells[0] * samples, cells[1] * samples];
        Value? result = null;
        for (int corner = 0; corner < 4; corner++)
        {
            (bool isLow, bool isLeft) = (corner < 2, corner % 2 == 0);
            Value place = node.Map(
                ElementKind.Int64,
                FormattableString.Invariant($"({{0}} * {pixels[0]} + {{1}}) * {pixels[1]} + {{2}}"),
                null,
                [image, isLow ? near[0].Low : near[0].High, isLeft ? near[1].Low : near[1].High]);
            string gathered = node.Layers.Add("gather", node.OutputName(), [node.Layers.Read(all), node.Layers.Read(place, [place.Count])], ("axis", 1));
            Value values = node.View(node.Result(data.Kind, [channels, place.Count], gathered, [channels, place.Count]), shape);
            string weight = $"{(isLow ? "(1 - {1})" : "{1}")} * {(isLeft ? "(1 - {2})" : "{2}")} * {{3}} * {{4}}";
            Value term = node.Map(data.Kind, $"{weight} * {{0}}", null, [values, near[0].Fraction, near[1].Fraction, near[0].Inside, near[1].Inside]);
            result = result is null ? term : node.Map(data.Kind, mode == "max" ? "max({0}, {1})" : "{0} + {1}", null, [result, term]);
        }

        Value split = node.View(result!, [channels, count, cells[0], samples, cells[1], samples]);
        Value joined = ReductionOperators.Kept(node, mode == "max" ? "max" : "mean", split, [3, 5]);
        return [ShapeOperators.Transpose(node, node.View(joined, [channels, count, cells[0], cells[1]]), [1, 0, 2, 3])];
    }

    private static Value Rows(NodeTranslation node, Value value) => node.View(value, [.. value.Shape, 1]);

    private static Value Columns(NodeTranslation node, Value value) => node.View(value, [value.Shape[0], 1, value.Shape[1]]);

    /// <summary>Where samples lie along an axis, [regions, cells · samples].</summary>
    private static Value Places(NodeTranslation node, Value regions, int column, int cells, int samples)
    {
        // Before opset 16 there is no shift by half a pixel, and no region smaller than one.
        bool isShifted = node.Version >= HalfPixels && node.Text("coordinate_transformation_mode", "half_pixel") == "half_pixel";
        string scale = ActivationOperators.Number(node.Float("spatial_scale", 1));
        string length = isShifted ? $"(({{1}} - {{0}}) * {scale})" : $"max(({{1}} - {{0}}) * {scale}, 1)";
        double[] steps = [.. Enumerable.Range(0, cells * samples).Select(i => ((i / samples) + (((i % samples) + 0.5) / samples)) / cells)];
        Value step = node.Result(Literal.Of(ElementKind.Float, [steps.Length], Array.ConvertAll(steps, value => (double)(float)value)));
        Value first = MovementOperators.Cut(node, regions, 1, column, 1, 1);
        Value last = MovementOperators.Cut(node, regions, 1, column + 2, 1, 1);
        return node.Map(regions.Kind, $"{{0}} * {scale}{(isShifted ? " - 0.5" : "")} + {length} * {{2}}", null, [first, last, step]);
    }

    /// <summary>The pixels before and behind a place, how far it lies between these, and whether it counts.</summary>
    private static (Value Low, Value High, Value Fraction, Value Inside) Neighbours(NodeTranslation node, Value place, int size)
    {
        string most = FormattableString.Invariant($"{size - 1}");
        Value inside = node.Map(place.Kind, FormattableString.Invariant($"{{0}} >= -1 ? ({{0}} <= {size} ? 1 : 0) : 0"), null, [place]);
        Value kept = node.Map(place.Kind, $"min(max({{0}}, 0), {most})", null, [place]);
        Value low = node.Map(place.Kind, "floor({0})", null, [kept]);
        Value high = node.Map(place.Kind, $"min({{0}} + 1, {most})", null, [low]);
        Value fraction = node.Map(place.Kind, "{0} - {1}", null, [kept, low]);
        return (node.Cast(low, ElementKind.Int64), node.Cast(high, ElementKind.Int64), fraction, inside);
    }
}
