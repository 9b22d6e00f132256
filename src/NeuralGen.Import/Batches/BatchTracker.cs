using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>
/// Follows the samples of a batch through the graph, which is translated for one of them: whoever computes many wants to know whether samples
/// meet each other on the way.
/// </summary>
internal static class BatchTracker
{
    private const int Two = 2;
    private const int MostPlaces = 4;

    /// <summary>Says of a node's results where the samples lie in them.</summary>
    /// <param name="node">The node.</param>
    /// <param name="results">Its results.</param>
    /// <param name="translator">What translated it.</param>
    public static void Follow(NodeTranslation node, IReadOnlyList<Value> results, Translator translator)
    {
        if (!Array.Exists(node.Inputs, input => input.DependsOnBatch) || BatchRules.IsFollowedWithin(node, results))
        {
            return;
        }

        bool areMixed = Array.Exists(node.Inputs, input => input.Samples is { IsMixed: true });
        if (results.Count > 0 && results.All(result => result.Constant is not null))
        {
            FollowKnown(node, results, translator, areMixed);
            return;
        }

        BatchRule rule = BatchRules.Of(node.Node);
        for (int i = 0; i < results.Count; i++)
        {
            foreach (Value tensor in results[i].Items ?? [results[i]])
            {
                if (tensor.Samples is null)
                {
                    tensor.Places = areMixed ? [SampleAxis.Mixed] : Places(node, tensor, i, rule);
                }
            }
        }
    }

    /// <summary>Where the samples may lie by all places where they may lie in what the node reads; those where they would meet count only if there are no others.</summary>
    private static SampleAxis[] Places(NodeTranslation node, Value result, int index, BatchRule rule)
    {
        List<SampleAxis> found = [];
        Value? open = Array.Find(node.Inputs, input => input.Places.Count > 1);
        if (open is null)
        {
            return node.Node.Operator == "Reshape" ? ShapeRules.Reshaped(node, result) : rule(node, result, index) is { } only ? [only] : [];
        }

        IReadOnlyList<SampleAxis> all = open.Places;
        foreach (SampleAxis place in all)
        {
            open.Places = [place];
            found.AddRange(Places(node, result, index, rule));
        }

        open.Places = all;
        return [.. found.Distinct().OrderBy(place => place.IsMixed).Where((place, i) => i == 0 || !place.IsMixed).Take(MostPlaces)];
    }

    /// <summary>What is known is computed once more, for two samples.</summary>
    private static void FollowKnown(NodeTranslation node, IReadOnlyList<Value> results, Translator translator, bool areMixed)
    {
        IReadOnlyList<Value> twice = Twice(node, translator);
        for (int i = 0; i < results.Count; i++)
        {
            if (i >= twice.Count || twice[i].Constant is not { } values)
            {
                results[i].Samples = SampleAxis.Mixed;
            }
            else if (!AreEqual(results[i].Constant!, values))
            {
                results[i].Twice = values;
                results[i].Samples = areMixed ? SampleAxis.Mixed : Repeated(results[i].Constant!, values);
            }
        }
    }

    private static IReadOnlyList<Value> Twice(NodeTranslation node, Translator translator)
    {
        try
        {
            return translator(node.With(Doubled));
        }
        catch (Exception exception) when (exception is ImportException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // Known for one sample, and not for two.
            return [];
        }
    }

    /// <summary>A tensor as it is for two samples; nothing computes it, but it has a shape.</summary>
    private static Value Doubled(Value value) =>
        value.Twice is { } values ? new Value(value.Name, value.Kind, values.Shape) { Constant = values }
        : value is { Constant: null, Samples: { IsMixed: false } samples } ? new Value(value.Name, value.Kind, Dimensions.With(value.Shape, samples.Axis, Two * value.Shape[samples.Axis]))
        : value;

    private static bool AreEqual(Literal one, Literal other) =>
        one.Shape.SequenceEqual(other.Shape) && (one.Texts is { } texts ? texts.SequenceEqual(other.Texts!) : one.Numbers().SequenceEqual(other.Numbers()));

    /// <summary>Along which axis the values stand once for each sample; mixed where the second sample has others, null for numbers of samples.</summary>
    private static SampleAxis? Repeated(Literal one, Literal two)
    {
        if (one.Shape.SequenceEqual(two.Shape))
        {
            return null;
        }

        int axis = one.Shape.Length == two.Shape.Length ? Array.FindIndex([.. one.Shape.Select((size, i) => size != two.Shape[i])], differs => differs) : -1;
        if (axis < 0 || one.Texts is not null || !Dimensions.With(one.Shape, axis, Two * one.Shape[axis]).SequenceEqual(two.Shape))
        {
            return SampleAxis.Mixed;
        }

        int length = Dimensions.Count(one.Shape.Skip(axis));
        bool areRepeated = length > 0 && Enumerable.Range(0, two.Count).All(i => two.Number(i).Equals(one.Number((i / (Two * length) * length) + (i % length))));
        return areRepeated ? new SampleAxis(axis, 1, one.Shape[axis]) : SampleAxis.Mixed;
    }
}
