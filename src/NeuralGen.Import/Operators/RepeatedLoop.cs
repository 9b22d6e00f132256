using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>A loop whose rounds are repeated by the program, since there would be too many layers if they were written out.</summary>
/// <param name="node">The node.</param>
/// <param name="body">The graph of one round.</param>
/// <param name="rounds">How many rounds there are, or at most where a condition ends them.</param>
/// <param name="states">What one round hands to the next, as it is before the first.</param>
/// <param name="sequences">What each round gets one entry of, along which axis, and whether from the last to the first.</param>
/// <param name="isLoop">Whether the graph is one of ONNX's Loop, which begins with the round's number and a condition, not of Scan.</param>
internal sealed class RepeatedLoop(NodeTranslation node, GraphProto body, long rounds, Value[] states, (Value Sequence, int Axis, bool IsReversed)[] sequences, bool isLoop)
{
    /// <summary>Up to so many rounds are written out.</summary>
    private const int MostWrittenRounds = 64;

    /// <summary>So are more rounds of up to so many layers in all.</summary>
    private const int MostWrittenLayers = 512;

    /// <summary>Where the samples lie in a state may change with the first rounds.</summary>
    private const int MostTries = 4;

    private string _reason = "";
    private ImportProblem? _problem;

    /// <summary>Says that the rounds, which are written out, are too many for that.</summary>
    /// <param name="most">How many there can be.</param>
    public ImportException TooLong(int most) =>
        _problem is { } problem ? new ImportException(problem) : node.Fail($"it has more than {most} rounds, which are too many to be written out, and they are not repeated since {_reason}");

    /// <summary>Adds the layer that repeats the rounds.</summary>
    /// <returns>The last states, and what is collected with the rounds as first axis; null where the rounds are written out.</returns>
    public Value[]? Translate()
    {
        bool isKnown = rounds <= int.MaxValue;
        if (rounds < 2 || !isKnown || node.Graph.IsTrainable)
        {
            _reason = isKnown ? "training needs the derivatives of all rounds" : "their number is not known";
            return null;
        }

        SampleAxis?[] samples = [.. states.Select(state => state.Samples)];
        for (int i = 0; i < MostTries; i++)
        {
            RoundNetwork network = new(node, body);
            Round? round = null;
            _problem = node.Graph.Try(network.Layers, () => round = Once(network, samples));
            if (_problem is not null || round is null)
            {
                return null;
            }

            SampleAxis?[] next = [.. round.Results.Take(states.Length).Select(result => result.Samples)];
            bool isLast = i == MostTries - 1;
            if (isLast || next.SequenceEqual(samples))
            {
                return IsWritten(network, round) ? null : Add(network, round, areMixed: !next.SequenceEqual(samples));
            }

            samples = next;
        }

        return null;
    }

    /// <summary>Translates one round; null where all of them are known, or of another form than rounds that are repeated.</summary>
    private Round? Once(RoundNetwork network, SampleAxis?[] samples)
    {
        (Port Port, Value Value)[] carried = [.. states.Select((state, i) => network.Input(body.Input[(isLoop ? 2 : 0) + i].Name, state.Kind, state.Shape, samples[i] is { } axis ? [axis] : []))];
        (Port Port, Value Value)[] entries =
        [
            .. sequences.Select((entry, i) => network.Input(body.Input[states.Length + i].Name, entry.Sequence.Kind, EntryShape(entry.Sequence, entry.Axis), entry.Sequence.Samples?.Without(entry.Axis) is { } axis ? [axis] : [])),
        ];
        (Port Port, Value Value)? number = isLoop ? network.Input(body.Input[0].Name, ElementKind.Int64, [], []) : null;
        IEnumerable<Value> first = number is { } round ? [round.Value, node.Result(Literal.Of(ElementKind.Bool, [], new long[] { 1 }))] : [];
        Value[] results = network.Translate([.. first, .. carried.Concat(entries).Select(input => input.Value)]);
        Value? condition = isLoop ? results[0] : null;
        results = isLoop ? [.. results.Skip(1)] : results;
        if (condition?.Constant is { } known && known.Integer(0) == 0)
        {
            return Refuse("its condition ends it after the first round");
        }

        bool hasCondition = condition is { Constant: null };
        if (hasCondition && results.Length > states.Length)
        {
            return Refuse("how many entries it collects depends on its condition");
        }

        for (int i = 0; i < results.Length; i++)
        {
            if (!results[i].Kind.IsFloat() || (i < states.Length && (!states[i].Kind.IsFloat() || !results[i].Shape.SequenceEqual(states[i].Shape))))
            {
                return Refuse(results[i].Kind.IsFloat() && states[i].Kind.IsFloat()
                    ? $"state '{body.Input[(isLoop ? 2 : 0) + i].Name}', {Dimensions.Text(states[i].Shape)}, becomes {Dimensions.Text(results[i].Shape)}"
                    : $"'{results[i].Name}' has elements of type {results[i].Kind.Name()}; what goes on from round to round, and is collected, are floats");
            }
        }

        bool isKnown = Array.TrueForAll(states, state => state.Constant is not null) && Array.TrueForAll(sequences, entry => entry.Sequence.Constant is not null) && network.Captured.Count == 0;
        if (isKnown || results.Length == 0)
        {
            return Refuse("all of it is known before");
        }

        Port[] outputs = [.. results.Concat(hasCondition ? [condition!] : []).Select(result => network.Layers.Output(result, result.Name, RoundNetwork.Passed(result.Shape)))];
        bool hasNumber = number is { } used && !network.Layers.IsUnread(used.Port.Name);
        Port[] inputs = [.. carried.Concat(entries).Select(input => input.Port), .. network.Captured, .. hasNumber ? (Port[])[number!.Value.Port] : []];
        return new Round(new RepeatedNetwork(inputs, UsedLayers.Of(network.Layers.Layers, outputs), outputs), results, hasCondition);
    }

    /// <summary>Whether the rounds are few enough to be written out, each for what is known of it.</summary>
    private bool IsWritten(RoundNetwork network, Round round)
    {
        return !round.HasCondition && (rounds <= MostWrittenRounds || rounds * Math.Max(1, network.Layers.Layers.Count) <= MostWrittenLayers);
    }

    private Value[] Add(RoundNetwork network, Round round, bool areMixed)
    {
        int count = (int)rounds;
        string[] inputs =
        [
            .. states.Select(state => node.Layers.Read(state, RoundNetwork.Passed(state.Shape))),
            .. sequences.Select(entry => node.Layers.Read(InOrder(entry.Sequence, entry.Axis, entry.IsReversed), [count, .. RoundNetwork.Passed(EntryShape(entry.Sequence, entry.Axis))])),
            .. network.Sources.Select(source => node.Layers.Read(source, RoundNetwork.Passed(source.Shape))),
        ];
        string[] parts = node.Layers.AddParts(
            "repeat",
            [.. round.Results.Select((_, i) => node.OutputName(i))],
            inputs,
            ("count", count),
            ("states", states.Length == 0 ? null : states.Length),
            ("sequences", sequences.Length == 0 ? null : sequences.Length),
            ("condition", round.HasCondition ? true : null),
            ("body", round.Network));
        return [.. round.Results.Select((result, i) =>
        {
            int[] passed = RoundNetwork.Passed(result.Shape);
            Value whole = i < states.Length
                ? node.Result(result.Kind, result.Shape, parts[i], passed, i)
                : node.Result(result.Kind, [count, .. result.Shape], parts[i], [count, .. passed], i);
            whole.Samples = areMixed ? SampleAxis.Mixed : i < states.Length ? result.Samples : result.Samples?.Inserted(0);
            return whole;
        })];
    }

    private Round? Refuse(string reason)
    {
        _reason = reason;
        return null;
    }

    private static int[] EntryShape(Value sequence, int axis) => [.. sequence.Shape.Where((_, i) => i != axis)];

    /// <summary>A sequence with its entries along the first axis, in the order of the rounds.</summary>
    private Value InOrder(Value sequence, int axis, bool isReversed)
    {
        int length = sequence.Shape[axis];
        Value ordered = isReversed ? MovementOperators.Cut(node, sequence, axis, length - 1, length, -1) : sequence;
        return axis == 0 ? ordered : ShapeOperators.Transpose(node, ordered, [axis, .. Enumerable.Range(0, sequence.Shape.Length).Where(other => other != axis)]);
    }

    /// <summary>One round.</summary>
    /// <param name="Network">As it is written.</param>
    /// <param name="Results">The next states, and what is collected.</param>
    /// <param name="HasCondition">Whether its last output says that another one follows.</param>
    private sealed record Round(RepeatedNetwork Network, Value[] Results, bool HasCondition);
}
