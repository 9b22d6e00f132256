using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>Operators that take parts, put parts together, or read at places.</summary>
internal static class IndexRules
{
    private const int Everything = 1 << 30;

    /// <summary>What they are called, and their rules.</summary>
    public static IEnumerable<(string Name, BatchRule Rule)> All =>
    [
        ("Concat", (node, result, _) => Joined(node.Inputs, result, node.Integer("axis", 1))),
        ("Split", (node, result, _) => AxisRules.Along(node, result, node.Integer("axis", 0))),
        ("SplitToSequence", (node, result, _) => AxisRules.Along(node, node.Input(0), node.Integer("axis", 0)) is { } samples && result.Shape.Length == node.Input(0).Shape.Length ? samples : SampleAxis.Mixed),
        ("SequenceConstruct", (_, result, _) => result.Samples),
        ("SequenceInsert", (_, result, _) => result.Samples),
        ("SequenceErase", (_, result, _) => result.Samples),
        ("SequenceAt", (node, result, _) => Joined(node.Input(0).Items!, result, null)),
        ("ConcatFromSequence", (node, result, _) => node.Flag("new_axis", false) ? SampleAxis.Mixed : Joined(node.Input(0).Items!, result, node.Integer("axis", 0))),
        ("Slice", Slice),
        ("Pad", BatchRules.Same),
        ("CenterCropPad", BatchRules.Same),
        ("Trilu", (node, result, _) => AxisRules.Along(node, result, -1, -2)),
        ("ReverseSequence", ReverseSequence),
        ("Gather", Gather),
        ("GatherElements", (node, result, _) => Aligned(node, result)),
        ("Scatter", (node, result, _) => Aligned(node, result)),
        ("ScatterElements", (node, result, _) => Aligned(node, result)),
        ("GatherND", GatherPoints),
        ("ScatterND", (_, _, _) => SampleAxis.Mixed),
        ("OneHot", OneHot),
        ("Compress", (node, result, _) => node.Has("axis") ? AxisRules.Along(node, result, node.Integer("axis", 0)) : SampleAxis.Mixed),
        ("ArrayFeatureExtractor", FeatureExtractor),
    ];

    private static SampleAxis? Joined(IReadOnlyList<Value> values, Value result, int? along)
    {
        SampleAxis[] found = [.. values.Select(value => value.Samples).OfType<SampleAxis>().Distinct()];
        int? axis = along < 0 ? along + result.Shape.Length : along;
        return values.Any(value => value is { Twice: not null, Samples: null }) ? SampleAxis.Mixed
            : found.Length == 0 ? null
            : found.Length == 1 && found[0].Axis != axis && !found[0].IsMixed && result.Shape[found[0].Axis] == found[0].Size ? found[0]
            : SampleAxis.Mixed;
    }

    /// <summary>All samples may be taken, and no other part of them.</summary>
    private static SampleAxis? Slice(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int[] starts = node.Integers("starts", 1, "the starts")!;
        int[] ends = node.Integers("ends", 2, "the ends")!;
        int[] axes = node.Axes(node.Integers("axes", 3, "the axes") ?? [.. Enumerable.Range(0, starts.Length)], data.Shape.Length);
        int[] steps = node.Optional(4) is null ? [.. Enumerable.Repeat(1, starts.Length)] : node.Integers(4, "the steps");
        if (data.Samples is not { } samples)
        {
            return SampleAxis.Mixed;
        }

        int at = Array.IndexOf(axes, samples.Axis);
        bool grows = at >= 0 && node.Optional(2)?.Twice is { } twice && twice.Integer(at) != ends[at];
        return at < 0 || (starts[at] == 0 && steps[at] == 1 && (ends[at] >= Everything || grows)) ? BatchRules.Same(data, result) : SampleAxis.Mixed;
    }

    private static SampleAxis? ReverseSequence(NodeTranslation node, Value result, int index)
    {
        SampleAxis? samples = node.Input(0).Samples;
        int batch = node.Integer("batch_axis", 1);
        return samples is { Outer: 1, Inner: 1 } && (samples.Axis == batch || (node.Input(1).Samples is null && samples.Axis != node.Integer("time_axis", 0))) ? samples : SampleAxis.Mixed;
    }

    private static SampleAxis? Gather(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        Value indices = node.Input(1);
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        return data.Samples is { } samples
            ? indices.DependsOnBatch || samples.Axis == axis ? SampleAxis.Mixed : samples.At(samples.Axis < axis ? samples.Axis : samples.Axis + indices.Shape.Length - 1)
            : indices.Samples?.At(axis + indices.Samples.Axis);
    }

    /// <summary>All tensors have the same axes, of which one is indexed.</summary>
    private static SampleAxis? Aligned(NodeTranslation node, Value result)
    {
        SampleAxis[] found = [.. node.Inputs.Select(input => input.Samples).OfType<SampleAxis>().Distinct()];
        return found.Length == 1 && found[0].Axis != node.Axis(node.Integer("axis", 0), result.Shape.Length) && result.Shape[found[0].Axis] == found[0].Size ? found[0] : SampleAxis.Mixed;
    }

    private static SampleAxis? GatherPoints(NodeTranslation node, Value result, int index)
    {
        SampleAxis? data = node.Input(0).Samples;
        SampleAxis? indices = node.Input(1).Samples;
        bool areInBatch = data is not null && data.Axis < node.Integer("batch_dims", 0);
        return data is null && indices is not null && indices.Axis < node.Input(1).Shape.Length - 1 ? indices
            : areInBatch && (indices is null || indices == data) ? data
            : SampleAxis.Mixed;
    }

    private static SampleAxis? OneHot(NodeTranslation node, Value result, int index) =>
        node.Input(0).Samples is { } samples && node.Inputs.Skip(1).All(input => !input.DependsOnBatch) ? samples.Inserted(node.Axis(node.Integer("axis", -1), result.Shape.Length)) : SampleAxis.Mixed;

    /// <summary>Columns of samples, or entries of a table by samples, which stand in one row.</summary>
    private static SampleAxis? FeatureExtractor(NodeTranslation node, Value result, int index) =>
        node.Input(0).Samples is not null ? BatchRules.First(node, result, index)
        : node.Input(1).Samples is { Axis: 0 } chosen && result.Shape.Length == 2 ? chosen.At(1)
        : SampleAxis.Mixed;
}
