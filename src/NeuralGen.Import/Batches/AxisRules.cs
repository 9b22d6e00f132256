using NeuralGen.Import.Graphs;
using NeuralGen.Import.Operators;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>Operators that work along some axes: samples meet where theirs is one of them.</summary>
internal static class AxisRules
{
    private const int Coerced = 13;

    private static readonly int[] AllButChannels = [0, 2, 3];

    /// <summary>What they are called, and their rules.</summary>
    public static IEnumerable<(string Name, BatchRule Rule)> All =>
    [
        .. ReductionOperators.All.Select(entry => (entry.Name, (BatchRule)Reduce)),
        ("Softmax", Softmax),
        ("LogSoftmax", Softmax),
        ("Hardmax", Softmax),
        ("ArgMax", ArgReduce),
        ("ArgMin", ArgReduce),
        ("TopK", (node, result, _) => Along(node, result, node.Integer("axis", -1))),
        ("CumSum", (node, result, _) => Along(node, result, node.Integers(1, "the axis")[0])),
        ("LpNormalization", (node, result, _) => Along(node, result, node.Integer("axis", -1))),
        ("Normalizer", (node, result, _) => Along(node, result, -1)),
        ("LayerNormalization", From),
        ("RMSNormalization", From),
        ("SkipLayerNormalization", (node, result, _) => BatchRules.Broadcast(node.Inputs, result) is { } samples && samples.Axis == result.Shape.Length - 1 ? SampleAxis.Mixed : BatchRules.Broadcast(node.Inputs, result)),
        ("MeanVarianceNormalization", (node, result, _) => Along(node, result, node.Integers("axes") ?? AllButChannels)),
        ("BatchNormalization", (node, result, _) => Along(node, result, 1)),
        ("Scaler", BatchRules.Same),
        ("Binarizer", BatchRules.Same),
        ("Imputer", BatchRules.Same),
        ("LabelEncoder", BatchRules.Same),
        ("OneHotEncoder", BatchRules.Same),
        ("ZipMap", BatchRules.Same),
        ("Resize", BatchRules.Same),
        ("Upsample", BatchRules.Same),
        ("DynamicQuantizeLinear", (_, _, _) => SampleAxis.Mixed),
        ("NonMaxSuppression", (_, _, _) => SampleAxis.Mixed),
        ("RoiAlign", (_, _, _) => SampleAxis.Mixed),

        // Places of the largest values are counted over the whole batch.
        ("MaxPool", (node, result, index) => index == 0 ? BatchRules.First(node, result, index) : SampleAxis.Mixed),
        .. RecurrentOperators.All.Select(entry => (entry.Name, (BatchRule)Recurrent)),
        ("GridSample", BatchRules.AllFirst),
        ("FeatureVectorizer", BatchRules.AllFirst),
        ("NegativeLogLikelihoodLoss", Loss),
        ("SoftmaxCrossEntropyLoss", Loss),
    ];

    /// <summary>The samples where some axes are worked along, each result keeping them all.</summary>
    public static SampleAxis? Along(NodeTranslation node, Value result, params int[] axes)
    {
        Value data = node.Input(0);
        return data.Samples is { } samples && Array.TrueForAll(axes, axis => (axis < 0 ? axis + data.Shape.Length : axis) != samples.Axis) && node.Inputs.Skip(1).All(input => input.Samples is null)
            ? BatchRules.Same(data, result)
            : SampleAxis.Mixed;
    }

    private static SampleAxis? Reduce(NodeTranslation node, Value result, int index)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int[]? said = node.Integers("axes", 1, "the axes");
        if (said is null or { Length: 0 } && node.Flag("noop_with_empty_axes", false))
        {
            return data.Samples;
        }

        int[] axes = said is null or { Length: 0 } ? [.. Enumerable.Range(0, rank)] : node.Axes(said, rank);
        return axes.Contains(data.Samples!.Axis) ? SampleAxis.Mixed
            : node.Flag("keepdims", true) ? data.Samples
            : axes.OrderByDescending(axis => axis).Aggregate(data.Samples, (samples, axis) => samples.Without(axis));
    }

    /// <summary>Before opset 13 all axes from the one on count as one.</summary>
    private static SampleAxis? Softmax(NodeTranslation node, Value result, int index)
    {
        int rank = node.Input(0).Shape.Length;
        int axis = node.Axis(node.Integer("axis", node.Version < Coerced ? 1 : -1), rank);
        return Along(node, result, node.Version < Coerced ? [.. Enumerable.Range(axis, rank - axis)] : [axis]);
    }

    private static SampleAxis? ArgReduce(NodeTranslation node, Value result, int index)
    {
        SampleAxis samples = node.Input(0).Samples!;
        int axis = node.Axis(node.Integer("axis", 0), node.Input(0).Shape.Length);
        return axis == samples.Axis ? SampleAxis.Mixed : node.Flag("keepdims", true) ? samples : samples.Without(axis);
    }

    private static SampleAxis? From(NodeTranslation node, Value result, int index)
    {
        int rank = node.Input(0).Shape.Length;
        int axis = node.Axis(node.Integer("axis", -1), rank);
        return Along(node, result, [.. Enumerable.Range(axis, rank - axis)]);
    }

    /// <summary>Sequences are computed each by itself; so are their states, and each has a length of its own.</summary>
    private static SampleAxis? Recurrent(NodeTranslation node, Value result, int index)
    {
        const int Lengths = 4;
        const int FirstState = 5;
        const int LastState = 6;
        bool isFirst = node.Flag("layout", false);
        int axis = isFirst ? 0 : 1;
        for (int i = 0; i < node.InputCount; i++)
        {
            bool mayHave = i is 0 or Lengths or FirstState or LastState;
            if (node.Optional(i)?.Samples is { } samples && !(mayHave && samples.Axis == (i == Lengths ? 0 : axis)))
            {
                return SampleAxis.Mixed;
            }
        }

        return node.Input(0).Samples?.At(isFirst ? 0 : index == 0 ? 2 : 1) ?? SampleAxis.Mixed;
    }

    private static SampleAxis? Loss(NodeTranslation node, Value result, int index) =>
        node.Text("reduction", "mean") == "none" || index > 0 ? BatchRules.AllFirst(node, result, index) : SampleAxis.Mixed;
}
