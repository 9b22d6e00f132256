using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Branches and loops whose way is known at build time: they are written out, and long loops repeated.</summary>
internal static class ControlOperators
{
    /// <summary>More rounds are not written out.</summary>
    private const int MostRounds = 4096;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("If", If),
        ("Loop", Loop),
        ("Scan", Scan),
    ];

    private static GraphProto Body(NodeTranslation node, string attribute) => node.Attribute(attribute)?.G ?? throw node.Fail($"it has no {attribute}");

    private static Value[] If(NodeTranslation node)
    {
        if (node.Input(0).Constant is { Count: 1 } known)
        {
            return Subgraph.Translate(node, Body(node, known.Integer(0) != 0 ? "then_branch" : "else_branch"));
        }

        // Both are translated, and layers that one of them alone needs are computed where it is chosen.
        Value condition = node.Input(0);
        if (condition.Count != 1)
        {
            throw node.Fail($"its condition has {condition.Count} values");
        }

        Value[] results = [];
        if (NodeTranslation.OpenInput(condition)?.Kind is ElementKind.Float or ElementKind.Double or null)
        {
            return Both(node, condition);
        }

        // A setting may decide which branch is possible at all: who fixes it needs no other.
        return node.Graph.IsSound(() => results = Both(node, condition)) ? results : throw node.Open(condition, "the condition");
    }

    private static Value[] Both(NodeTranslation node, Value condition)
    {
        Value[] one = Subgraph.Translate(node, Body(node, "then_branch"));
        Value[] other = Subgraph.Translate(node, Body(node, "else_branch"));
        return one.Length == other.Length
            ? [.. one.Select((value, i) => Choice(node, condition, value, other[i], i))]
            : throw node.Fail($"its branches have {one.Length} and {other.Length} outputs");
    }

    private static Value Choice(NodeTranslation node, Value condition, Value one, Value other, int index)
    {
        if (one.Items is not null || other.Items is not null || one.Kind != other.Kind || !one.Shape.SequenceEqual(other.Shape))
        {
            throw node.Fail(
                $"what it gives as '{node.Node.Outputs[index]}' is {Words(one)} in one branch and {Words(other)} in the other, and which is chosen is not known before");
        }

        string layer = node.Layers.Add("branch", node.OutputName(index), [node.Layers.Read(condition, []), node.Layers.Read(one, one.Shape), node.Layers.Read(other, other.Shape)]);
        Value chosen = node.Result(one.Kind, one.Shape, layer, one.Shape, index);

        // A condition that hears of one sample alone, or of none, chooses for each by itself.
        chosen.Samples = one.Samples == other.Samples ? one.Samples : SampleAxis.Mixed;
        return chosen;
    }

    private static string Words(Value value) => value.Items is not null ? "a sequence" : $"{value.Kind.Name()} {Dimensions.Text(value.Shape)}";

    private static Value[] Loop(NodeTranslation node)
    {
        GraphProto body = Body(node, "body");
        long rounds = node.Optional(0) is null ? long.MaxValue : node.Known(0, "the number of rounds").Integer(0);
        bool goesOn = node.Optional(1) is null || node.Known(1, "the condition").Integer(0) != 0;
        Value[] carried = [.. Enumerable.Range(2, Math.Max(0, node.InputCount - 2)).Select(node.Input)];
        RepeatedLoop repeated = new(node, body, rounds, carried, [], isLoop: true);
        if (goesOn && repeated.Translate() is { } all)
        {
            return all;
        }

        List<Value>[] scanned = [.. Enumerable.Range(0, body.Output.Count - 1 - carried.Length).Select(_ => new List<Value>())];
        for (long round = 0; round < rounds && goesOn; round++)
        {
            if (round == MostRounds)
            {
                throw repeated.TooLong(MostRounds);
            }

            Value number = node.Result(Literal.Of(ElementKind.Int64, [], new[] { round }));
            Value condition = node.Result(Literal.Of(ElementKind.Bool, [], new long[] { 1 }));
            Value[] results = Subgraph.Translate(node, body, [number, condition, .. carried]);
            goesOn = node.Known(results[0], "the condition").Integer(0) != 0;
            carried = [.. results.Skip(1).Take(carried.Length)];
            for (int i = 0; i < scanned.Length; i++)
            {
                scanned[i].Add(results[1 + carried.Length + i]);
            }
        }

        return [.. carried, .. scanned.Select((values, i) => values.Count > 0 ? Stack(node, values, 0, carried.Length + i) : throw node.Fail("it has no rounds, and what it collects no elements"))];
    }

    private static Value[] Scan(NodeTranslation node)
    {
        GraphProto body = Body(node, "body");
        int count = node.Integer("num_scan_inputs", 1);
        bool isOld = node.Version < 9;
        Value[] inputs = [.. Enumerable.Range(isOld ? 1 : 0, node.InputCount - (isOld ? 1 : 0)).Select(node.Input)];
        if (isOld)
        {
            // Version 8 has a batch before everything, of which one sample is computed.
            inputs = Array.ConvertAll(inputs, input => input.Shape.Length > 0 && input.Shape[0] == 1 ? node.View(input, [.. input.Shape.Skip(1)]) : throw node.Fail("a batch of more than one is not supported"));
        }

        Value[] state = [.. inputs.Take(inputs.Length - count)];
        Value[] sequences = [.. inputs.Skip(inputs.Length - count)];
        int[] axes = [.. sequences.Select((sequence, i) => node.Axis((node.Integers("scan_input_axes") ?? new int[count])[i], sequence.Shape.Length))];
        int[] directions = node.Integers(isOld ? "directions" : "scan_input_directions") ?? new int[count];
        int outputs = body.Output.Count - state.Length;
        int[] outputAxes = node.Integers("scan_output_axes") ?? new int[outputs];
        int[] outputDirections = node.Integers("scan_output_directions") ?? new int[outputs];
        List<Value>[] scanned = [.. Enumerable.Range(0, outputs).Select(_ => new List<Value>())];
        int steps = sequences[0].Shape[axes[0]];
        RepeatedLoop repeated = new(node, body, steps, state, [.. sequences.Select((sequence, i) => (sequence, axes[i], directions[i] != 0))], isLoop: false);
        if (repeated.Translate() is { } results)
        {
            results = [.. results.Select((result, i) => i < state.Length ? result : Collected(node, result, i, outputAxes[i - state.Length], outputDirections[i - state.Length] != 0))];
            return isOld ? [.. results.Select((value, i) => node.View(value, [1, .. value.Shape], i))] : results;
        }

        if (steps > MostRounds)
        {
            throw repeated.TooLong(MostRounds);
        }

        for (int step = 0; step < steps; step++)
        {
            Value[] parts = [.. sequences.Select((sequence, i) =>
            {
                Value part = MovementOperators.Cut(node, sequence, axes[i], directions[i] == 0 ? step : steps - 1 - step, 1, 1);
                Value taken = node.View(part, [.. part.Shape.Where((_, axis) => axis != axes[i])]);
                taken.Samples = sequence.Samples?.Without(axes[i]);
                return taken;
            })];
            Value[] next = Subgraph.Translate(node, body, [.. state, .. parts]);
            state = [.. next.Take(state.Length)];
            for (int i = 0; i < outputs; i++)
            {
                scanned[i].Insert(outputDirections[i] == 0 ? scanned[i].Count : 0, next[state.Length + i]);
            }
        }

        IEnumerable<Value> all = state.Concat(scanned.Select((values, i) => Stack(node, values, node.Axis(outputAxes[i], values[0].Shape.Length + 1), state.Length + i)));
        return isOld ? [.. all.Select((value, i) => node.View(value, [1, .. value.Shape], i))] : [.. all];
    }

    /// <summary>What rounds gave, which lies along the first axis in their order, as the node gives it.</summary>
    private static Value Collected(NodeTranslation node, Value collected, int index, int axis, bool isReversed)
    {
        int rank = collected.Shape.Length;
        int length = collected.Shape[0];
        int along = node.Axis(axis, rank);
        Value ordered = isReversed ? MovementOperators.Cut(node, collected, 0, length - 1, length, -1, index) : collected;
        Value placed = along == 0 ? ordered : ShapeOperators.Transpose(node, ordered, [.. Enumerable.Range(1, along), 0, .. Enumerable.Range(along + 1, rank - along - 1)]);
        placed.Samples = collected.Samples is { IsMixed: false } samples ? samples.Without(0).Inserted(along) : collected.Samples;
        return placed;
    }

    /// <summary>Tensors of one shape along a new axis.</summary>
    private static Value Stack(NodeTranslation node, List<Value> values, int axis, int index)
    {
        int[] shape = values[0].Shape;
        int outer = Dimensions.Count(shape.Take(axis));
        int inner = Dimensions.Count(shape.Skip(axis));
        int[] stacked = [.. shape.Take(axis), values.Count, .. shape.Skip(axis)];
        if (!values.All(value => value.Shape.SequenceEqual(shape)))
        {
            throw node.Fail("what it collects has another shape in every round");
        }

        Value result = node.Move(stacked, Dimensions.Walk([outer, values.Count, inner], at => (at[1] * outer * inner) + (at[0] * inner) + at[2]), [.. values], 0, index);
        result.Samples = values.Select(value => value.Samples).Distinct().Count() == 1 ? values[0].Samples?.Inserted(axis) : SampleAxis.Mixed;
        return result;
    }
}
