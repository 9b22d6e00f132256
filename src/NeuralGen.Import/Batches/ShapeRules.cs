using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>Operators that give values other axes.</summary>
internal static class ShapeRules
{
    /// <summary>What they are called, and their rules.</summary>
    public static IEnumerable<(string Name, BatchRule Rule)> All =>
    [
        ("Identity", BatchRules.Same),
        ("Dropout", BatchRules.Same),
        ("Cast", BatchRules.Same),
        ("CastLike", BatchRules.Same),
        ("Flatten", Flatten),
        ("Squeeze", Squeeze),
        ("Unsqueeze", Unsqueeze),
        ("Transpose", Transpose),
        ("Expand", Expand),
        ("Tile", Tile),
    ];

    /// <summary>Where the samples may lie in a tensor that has a new shape.</summary>
    public static SampleAxis[] Reshaped(NodeTranslation node, Value result)
    {
        Value data = node.Input(0);
        int[] wanted = node.Version < 5 ? node.Integers("shape")! : node.Integers(1, "the shape");
        int[] growing = Growing(node.Optional(1));
        if (data.Samples is not { } samples || growing.Length > 1)
        {
            return [SampleAxis.Mixed];
        }

        int open = Array.IndexOf(wanted, -1);
        bool copies = samples.Axis < wanted.Length && wanted[samples.Axis] == 0 && !node.Flag("allowzero", false);
        int? axis = growing.Length == 1 ? growing[0] : copies ? samples.Axis : open >= 0 && node.Graph.IsBatchOpen ? open : null;
        SampleAxis[] fits =
        [
            .. Enumerable.Range(0, result.Shape.Length).Where(candidate => axis is null || candidate == axis).Select(candidate => Fit(data, result.Shape, candidate)).OfType<SampleAxis>()
                .OrderBy(fit => fit.Outer == 1 ? 0 : 1).ThenBy(fit => fit.Inner),
        ];
        return fits.Length > 0 ? fits : [SampleAxis.Mixed];
    }

    /// <summary>The samples along an axis of the same values with other axes; null where they cannot lie there.</summary>
    private static SampleAxis? Fit(Value data, int[] shape, int axis)
    {
        SampleAxis samples = data.Samples!;
        int before = Dimensions.Count(data.Shape.Take(samples.Axis)) * samples.Outer;
        int lead = Dimensions.Count(shape.Take(axis));
        return lead > 0 && before % lead == 0 && before / lead is > 0 and var outer && shape[axis] % outer == 0 ? new SampleAxis(axis, outer, shape[axis] / outer) : null;
    }

    private static SampleAxis? Flatten(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int axis = node.Integer("axis", 1);
        axis = axis < 0 ? axis + data.Shape.Length : axis;
        return Fit(data, result.Shape, data.Samples!.Axis < axis ? 0 : 1) ?? SampleAxis.Mixed;
    }

    private static SampleAxis? Squeeze(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int[]? said = node.Integers("axes", 1, "the axes");
        int[] axes = said is null ? [.. Enumerable.Range(0, data.Shape.Length).Where(axis => data.Shape[axis] == 1)] : node.Axes(said, data.Shape.Length);
        return axes.OrderByDescending(axis => axis).Aggregate(data.Samples!, (samples, axis) => samples.Without(axis));
    }

    private static SampleAxis? Unsqueeze(NodeTranslation node, Value result, int index) =>
        node.Axes(node.Integers("axes", 1, "the axes")!, result.Shape.Length).OrderBy(axis => axis).Aggregate(node.Input(0).Samples!, (samples, axis) => samples.Inserted(axis));

    private static SampleAxis? Transpose(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int[] axes = node.Axes(node.Integers("perm") ?? [.. Enumerable.Range(0, rank).Reverse()], rank);
        return data.Samples!.At(Array.IndexOf(axes, data.Samples.Axis));
    }

    private static SampleAxis? Expand(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int rank = result.Shape.Length;
        int missing = rank - node.Input(1).Count;
        int[] growing = [.. Growing(node.Input(1)).Select(axis => axis + missing)];
        SampleAxis? samples = data.Samples?.At(data.Samples.Axis + rank - data.Shape.Length);
        return growing.Length > 1 || (samples is not null && growing.Length == 1 && growing[0] != samples.Axis) ? SampleAxis.Mixed
            : samples is null ? (growing.Length == 0 ? null : new SampleAxis(growing[0], 1, result.Shape[growing[0]]))
            : result.Shape[samples.Axis] == samples.Size ? samples
            : SampleAxis.Mixed;
    }

    private static SampleAxis? Tile(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int[] growing = Growing(node.Input(1));
        return data.Samples is { } samples
            ? growing.Length == 0 && result.Shape[samples.Axis] == samples.Size ? samples : SampleAxis.Mixed
            : growing.Length == 1 ? new SampleAxis(growing[0], 1, result.Shape[growing[0]]) : SampleAxis.Mixed;
    }

    /// <summary>Which of known numbers are others for two samples.</summary>
    private static int[] Growing(Value? value) => value is { Constant: { } one, Twice: { } two }
        ? one.Count == two.Count ? [.. Enumerable.Range(0, one.Count).Where(i => one.Integer(i) != two.Integer(i))] : [0, 1]
        : [];
}
