using System.Globalization;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Images read at places that the data says: neighbours are gathered by indices, and weighted.</summary>
internal static class GridSampleOperators
{
    private const string Cubic = "-0.75";

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All => [("GridSample", GridSample)];

    private static Value[] GridSample(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value grid = node.Input(1);
        if (data.Shape.Length != 4 || grid.Shape.Length != 4 || grid.Shape[3] != 2 || grid.Shape[0] != data.Shape[0])
        {
            throw node.Fail($"places of shape {Dimensions.Text(grid.Shape)} in {Dimensions.Text(data.Shape)} are not supported");
        }

        int[] sizes = [data.Shape[2], data.Shape[3]];
        int places = grid.Shape[1] * grid.Shape[2];
        int[] shape = [data.Shape[0], data.Shape[1], grid.Shape[1], grid.Shape[2]];
        List<Value> images = [];
        for (int image = 0; image < data.Shape[0]; image++)
        {
            Value pixels = node.View(MovementOperators.Cut(node, data, 0, image, 1, 1), [data.Shape[1], sizes[0] * sizes[1]]);
            Value points = node.View(MovementOperators.Cut(node, grid, 0, image, 1, 1), [places, 2]);
            images.Add(node.View(Image(node, pixels, points, sizes), [data.Shape[1], places]));
        }

        Value result = images.Count == 1 ? images[0] : node.Move([data.Shape[0], data.Shape[1], places], [.. Enumerable.Range(0, Dimensions.Count(shape))], [.. images]);
        return [node.View(result, shape)];
    }

    private static Value Image(NodeTranslation node, Value pixels, Value points, int[] sizes)
    {
        string mode = node.Text("mode", "bilinear");
        int places = points.Shape[0];

        // The grid has x first.
        Value[] at = [.. Enumerable.Range(0, 2).Select(axis => Position(node, node.View(MovementOperators.Cut(node, points, 1, 1 - axis, 1, 1), [places]), sizes[axis]))];
        (int Offset, string Weight)[] taps = mode switch
        {
            "nearest" => [(0, "1")],
            "bicubic" or "cubic" => [(-1, Far("(1 + {0})")), (0, Near("{0}")), (1, Near("(1 - {0})")), (2, Far("(2 - {0})"))],
            _ => [(0, "(1 - {0})"), (1, "{0}")],
        };
        Value[] first = [.. at.Select(position => node.Map(position.Kind, mode == "nearest" ? "round({0})" : "floor({0})", null, [position]))];
        Value[] fraction = [.. at.Select((position, axis) => node.Map(position.Kind, "{0} - {1}", null, [position, first[axis]]))];
        Value? sum = null;
        foreach ((int Offset, string Weight) row in taps)
        {
            foreach ((int Offset, string Weight) column in taps)
            {
                (Value Index, Value Inside) y = Neighbour(node, first[0], row.Offset, sizes[0]);
                (Value Index, Value Inside) x = Neighbour(node, first[1], column.Offset, sizes[1]);
                Value place = node.Map(ElementKind.Float, FormattableString.Invariant($"{{0}} * {sizes[1]} + {{1}}"), null, [y.Index, x.Index]);
                string indices = node.Layers.Read(node.Cast(place, ElementKind.Int64), [places]);
                string gathered = node.Layers.Add("gather", node.OutputName(), [node.Layers.Read(pixels), indices], ("axis", 1));
                Value value = node.Result(pixels.Kind, [pixels.Shape[0], places], gathered, [pixels.Shape[0], places]);
                string weight = $"{row.Weight.Replace("{0}", "{1}")} * {column.Weight.Replace("{0}", "{2}")} * {{3}} * {{4}}";
                Value term = node.Map(pixels.Kind, $"{{0}} * {weight}", null, [value, fraction[0], fraction[1], y.Inside, x.Inside]);
                sum = sum is null ? term : node.Map(pixels.Kind, "{0} + {1}", null, [sum, term]);
            }
        }

        return sum!;
    }

    private static string Near(string x) => $"((({Cubic} + 2) * {x} - ({Cubic} + 3)) * {x} * {x} + 1)";

    private static string Far(string x) => $"((({Cubic} * {x} - 5 * {Cubic}) * {x} + 8 * {Cubic}) * {x} - 4 * {Cubic})";

    /// <summary>Places from -1 to 1 as pixels, brought into the image where the mode says so.</summary>
    private static Value Position(NodeTranslation node, Value place, int size)
    {
        bool aligns = node.Flag("align_corners", false);
        string pixel = aligns ? FormattableString.Invariant($"({{0}} + 1) / 2 * {size - 1}") : FormattableString.Invariant($"(({{0}} + 1) * {size} - 1) / 2");
        Value at = node.Map(ElementKind.Float, pixel, null, [place]);
        switch (node.Text("padding_mode", "zeros"))
        {
            case "border":
                return node.Map(ElementKind.Float, FormattableString.Invariant($"min(max({{0}}, 0), {size - 1})"), null, [at]);
            case "reflection":
                (double low, double high) = aligns ? (0.0, size - 1.0) : (-0.5, size - 0.5);
                double range = high - low;
                string from = low == 0 ? "{0}" : $"({{0}} + {(-low).ToString(CultureInfo.InvariantCulture)})";
                Value turned = node.Map(ElementKind.Float, FormattableString.Invariant($"abs({from}) - {2 * range} * floor(abs({from}) / {2 * range})"), null, [at]);
                Value mirrored = node.Map(ElementKind.Float, FormattableString.Invariant($"({{0}} > {range} ? {2 * range} - {{0}} : {{0}}) + ({low})"), null, [turned]);
                return node.Map(ElementKind.Float, FormattableString.Invariant($"min(max({{0}}, 0), {size - 1})"), null, [mirrored]);
            default:
                return at;
        }
    }

    /// <summary>A neighbour's index within the image, and whether it counts.</summary>
    private static (Value Index, Value Inside) Neighbour(NodeTranslation node, Value first, int offset, int size)
    {
        Value at = offset == 0 ? first : node.Map(ElementKind.Float, FormattableString.Invariant($"{{0}} + ({offset})"), null, [first]);
        Value inside = node.Text("padding_mode", "zeros") == "zeros"
            ? node.Map(ElementKind.Float, FormattableString.Invariant($"{{0}} >= 0 ? ({{0}} <= {size - 1} ? 1 : 0) : 0"), null, [at])
            : node.Map(ElementKind.Float, "{0} * 0 + 1", null, [first]);
        return (node.Map(ElementKind.Float, FormattableString.Invariant($"min(max({{0}}, 0), {size - 1})"), null, [at]), inside);
    }
}
