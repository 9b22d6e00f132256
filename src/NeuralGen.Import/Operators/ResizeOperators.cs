using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>
/// Other sizes. Along an axis every value is a weighted sum of neighbours, with weights that are known at build time: positions of one
/// neighbour are gathered, others are products with a matrix.
/// </summary>
internal static class ResizeOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Resize", Resize),
        ("Upsample", Upsample),
    ];

    private static Value[] Upsample(NodeTranslation node)
    {
        Value data = node.Input(0);
        double[] scales = node.Version < 9 ? [.. node.Attribute("scales")!.Floats.Select(scale => (double)scale)] : node.Known(1, "the scales").Numbers();
        ResizeRule rule = new(node.Text("mode", "nearest"), "asymmetric", "floor", -0.75, false, false);
        Value result = data;
        for (int axis = 0; axis < data.Shape.Length; axis++)
        {
            result = Along(node, result, axis, rule.Weights(data.Shape[axis], (int)Math.Floor(data.Shape[axis] * scales[axis]), scales[axis], 0, 1));
        }

        return [result];
    }

    private static Value[] Resize(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int[] axes = node.Axes(node.Integers("axes") ?? [.. Enumerable.Range(0, rank)], rank);
        bool isOld = node.Version < 11;
        Literal? given = node.Optional(isOld ? 1 : 2) is { } scaleInput && node.Known(scaleInput, "the scales") is { Count: > 0 } known ? known : null;
        Literal? sizes = !isOld && node.Optional(3) is not null ? node.Known(3, "the sizes") : null;
        if ((given is null) == (sizes is null) || (given ?? sizes)!.Count != axes.Length)
        {
            throw node.Fail("it needs either scales or sizes, one for each of its axes");
        }

        string mode = node.Text("coordinate_transformation_mode", isOld ? "asymmetric" : "half_pixel");
        ResizeRule rule = new(
            node.Text("mode", "nearest"),
            mode,
            node.Text("nearest_mode", isOld ? "floor" : "round_prefer_floor"),
            node.Float("cubic_coeff_a", -0.75),
            node.Flag("exclude_outside", false),
            node.Flag("antialias", false));
        Literal? region = mode == "tf_crop_and_resize" ? node.Known(1, "the region") : null;
        double? common = sizes is not null ? Common(node, data, axes, sizes) : null;
        Value result = data;
        List<bool[]> outside = [];
        for (int axis = 0; axis < rank; axis++)
        {
            int index = Array.IndexOf(axes, axis);
            int size = data.Shape[axis];
            double scale = index < 0 ? 1 : given is not null ? given.Number(index) : common ?? (sizes!.Number(index) / size);
            int target = index < 0 ? size : given is not null ? (int)Math.Floor(size * scale) : common is { } shared ? (int)Math.Floor((size * shared) + 0.5) : (int)sizes!.Integer(index);
            double start = index >= 0 && region is not null ? region.Number(index) : 0;
            double end = index >= 0 && region is not null ? region.Number(axes.Length + index) : 1;
            if (target < 1)
            {
                throw node.Fail($"nothing is left of axis {axis}");
            }

            outside.Add([.. Enumerable.Range(0, target).Select(i => region is not null && rule.Source(i, size, target, scale, start, end) is var at && (at < 0 || at > size - 1))]);
            result = Along(node, result, axis, rule.Weights(size, target, scale, start, end));
        }

        if (region is null || outside.All(axis => !axis.Contains(true)))
        {
            return [result];
        }

        int[] steps = Dimensions.Steps(result.Shape);
        return [node.Move(result, result.Shape, position => position.Select((at, axis) => outside[axis][at]).Contains(true) ? -1 : position.Select((at, axis) => at * steps[axis]).Sum(), node.Float("extrapolation_value", 0))];
    }

    /// <summary>One scale for all axes, where sizes are bounds; null where they are not.</summary>
    private static double? Common(NodeTranslation node, Value data, int[] axes, Literal sizes)
    {
        string policy = node.Text("keep_aspect_ratio_policy", "stretch");
        IEnumerable<double> scales = axes.Select((axis, i) => sizes.Number(i) / data.Shape[axis]);
        return policy == "not_larger" ? scales.Min() : policy == "not_smaller" ? scales.Max() : null;
    }

    private static Value Along(NodeTranslation node, Value data, int axis, double[][] weights)
    {
        int size = data.Shape[axis];
        int[] shape = node.Checked(Dimensions.With(data.Shape, axis, weights.Length));
        if (weights.All(row => row.Count(weight => weight != 0) == 1 && Array.IndexOf(row, 1) >= 0))
        {
            int[] places = Array.ConvertAll(weights, row => Array.IndexOf(row, 1));
            if (weights.Length == size && places.SequenceEqual(Enumerable.Range(0, size)))
            {
                return node.View(data, data.Shape);
            }

            (string layer, int[] from, int along) = node.Along(data, axis);
            string gathered = node.Add("gather", layer, ("axis", along == 0 ? null : along), ("indices", places));
            return node.Result(data.Kind, shape, gathered, Dimensions.With(from, along, weights.Length));
        }

        // The axis comes last for a product with a matrix, and goes back.
        int[] last = [.. Enumerable.Range(0, data.Shape.Length).Where(other => other != axis), axis];
        int[] back = [.. Enumerable.Range(0, data.Shape.Length).Select(other => Array.IndexOf(last, other))];
        double[] matrix = new double[size * weights.Length];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < weights.Length; j++)
            {
                matrix[(i * weights.Length) + j] = data.Kind == ElementKind.Double ? weights[j][i] : (float)weights[j][i];
            }
        }

        Value factors = node.Result(Literal.Of(data.Kind, [size, weights.Length], matrix));
        Value rows = ShapeOperators.Transpose(node, data, last);
        return ShapeOperators.Transpose(node, DenseOperators.Computed(node, rows, factors), back);
    }
}
