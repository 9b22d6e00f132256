using NeuralGen.Import.Graphs;
using NeuralGen.Import.Operators;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>The rules of operators.</summary>
internal static class BatchRules
{
    private static readonly HashSet<string> Control = new(StringComparer.Ordinal) { "If", "Loop", "Scan" };

    /// <summary>Operators of other tables that work value by value.</summary>
    private static readonly string[] Elementwise = ["QuantizeLinear", "DequantizeLinear", "FastGelu", "BiasGelu", "QuickGelu"];

    private static readonly Dictionary<string, BatchRule> Known = AxisRules.All.Concat(ShapeRules.All).Concat(IndexRules.All).Concat(ProductRules.All)
        .Concat(ElementwiseOperators.All.Concat(LogicOperators.All).Concat(ActivationOperators.All).Select(entry => (entry.Name, Rule: (BatchRule)((node, result, _) => Broadcast(node.Inputs, result)))))
        .Concat(Elementwise.Select(name => (Name: name, Rule: (BatchRule)((node, result, _) => Broadcast(node.Inputs, result)))))
        .GroupBy(entry => entry.Name).ToDictionary(group => group.Key, group => group.First().Rule, StringComparer.Ordinal);

    /// <summary>The rule of an operator: most others work on each position of the first axis by itself.</summary>
    public static BatchRule Of(Node node) => Known.TryGetValue(node.Operator, out BatchRule? rule) ? rule : First;

    /// <summary>
    /// Whether a node is made of others, which have been followed already; where the number of samples decides which others, its results are mixed.
    /// </summary>
    public static bool IsFollowedWithin(NodeTranslation node, IReadOnlyList<Value> results)
    {
        if (!Control.Contains(node.Node.Operator))
        {
            return false;
        }

        Value?[] deciding = node.Node.Operator switch { "If" => [node.Optional(0)], "Loop" => [node.Optional(0), node.Optional(1)], _ => [] };
        if (Array.Exists(deciding, input => input?.DependsOnBatch == true))
        {
            foreach (Value result in results)
            {
                result.Samples = SampleAxis.Mixed;
            }
        }

        return true;
    }

    /// <summary>A sample per position of the first axis, or several positions for each.</summary>
    public static SampleAxis? First(NodeTranslation node, Value result, int index) => IsFirst(node.Optional(0), result) && node.Inputs.Skip(1).All(input => input.Samples is null)
        ? node.Input(0).Samples
        : SampleAxis.Mixed;

    /// <summary>A sample per position of the first axis of all inputs that have any.</summary>
    public static SampleAxis? AllFirst(NodeTranslation node, Value result, int index) =>
        node.Inputs.All(input => input.Samples is null || IsFirst(input, result)) && node.Inputs.Select(input => input.Samples).OfType<SampleAxis>().Distinct().Count() == 1
            ? node.Inputs.Select(input => input.Samples).OfType<SampleAxis>().First()
            : SampleAxis.Mixed;

    /// <summary>Samples lie where they lie in the first input.</summary>
    public static SampleAxis? Same(NodeTranslation node, Value result, int index) => Same(node.Input(0), result);

    /// <summary>Samples lie where they lie in a tensor.</summary>
    public static SampleAxis? Same(Value value, Value result) =>
        value.Samples is { } samples && (samples.Axis >= result.Shape.Length || result.Shape[samples.Axis] != samples.Size) ? SampleAxis.Mixed : value.Samples;

    /// <summary>Tensors that meet value by value, their last axes being the same.</summary>
    public static SampleAxis? Broadcast(IReadOnlyList<Value> values, Value result)
    {
        SampleAxis? found = null;
        foreach (Value value in values)
        {
            if (value is { Twice: not null, Samples: null })
            {
                // A number of samples, as something that is computed with.
                return SampleAxis.Mixed;
            }

            if (value.Samples is { } samples)
            {
                SampleAxis own = samples.At(result.Shape.Length - value.Shape.Length + samples.Axis);
                if (found is not null && found != own)
                {
                    return SampleAxis.Mixed;
                }

                found = own;
            }
        }

        return found is null || result.Shape[found.Axis] == found.Size ? found : SampleAxis.Mixed;
    }

    private static bool IsFirst(Value? value, Value result) =>
        value?.Samples is { Axis: 0, Outer: 1 } samples && result.Shape.Length > 0 && result.Shape[0] == samples.Size;
}
