using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Repeats;

/// <summary>
/// <c>repeat</c>: a network, the <c>body</c>, that is computed <c>count</c> times. It reads the <c>states</c> that the round before left, an entry
/// of the first axis of each of <c>sequences</c>, and what is the same in each round; it gives the next states and what is collected. Later layers
/// read the last states and what was collected by the names in <c>outputs</c>.
/// </summary>
internal sealed class RepeatLayer() : LayerKind(
    "repeat",
    new ArgumentDescriptor("count", ArgumentKind.Integer),
    new ArgumentDescriptor("states", ArgumentKind.Integer),
    new ArgumentDescriptor("sequences", ArgumentKind.Integer),
    new ArgumentDescriptor("condition", ArgumentKind.Flag),
    new ArgumentDescriptor("body", ArgumentKind.Network),
    new ArgumentDescriptor("outputs", ArgumentKind.Names))
{
    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? states = Number(layer, "states");
        int? sequences = Number(layer, "sequences");
        bool hasCondition = layer.Find("condition") is DeclaredFlag { Value: true };
        int? count = Count(layer, states, sequences);
        string[]? names = layer.Find("outputs") is null ? [layer.Name] : PartNames.Bind(layer);
        (Network Body, NetworkSignature Signature)? body = layer.Body("body");
        bool isKnown = states is not null && sequences is not null && count is not null && body is not null && layer.Inputs.All(input => layer.ShapeOf(input) is not null);
        if (isKnown && new RepeatPorts(layer, body!.Value.Body, count!.Value, states!.Value, sequences!.Value, hasCondition).Check(names))
        {
            Append(layer, names!, body.Value, count.Value, states.Value, sequences.Value, hasCondition);
            return;
        }

        foreach (string name in layer.Find("outputs") is null ? [] : names ?? [])
        {
            // What reads the parts is not judged, as what reads the layer itself.
            layer.AppendPart(name, null, null);
        }

        if (names is null || layer.Find("outputs") is null)
        {
            layer.Append((Shape?)null, null);
        }
    }

    private static void Append(LayerBinding layer, string[] names, (Network Body, NetworkSignature Signature) body, int count, int states, int sequences, bool hasCondition)
    {
        RepeatOperation made = new(layer.Name, layer.Sources, 0, count, states, sequences, body.Body, body.Signature) { HasCondition = hasCondition };
        long size = made.ResultSize + made.StateSize;
        int whole = layer.Append(Shape.Vector((int)Math.Min(size, int.MaxValue)), output => made with { Output = output });
        if (size > Tensor.MostValues)
        {
            size = -1;
        }

        int start = 0;
        for (int i = 0; i < names.Length; i++)
        {
            Shape shape = body.Body.Tensors[body.Body.OutputTensors[i]].Shape;
            Shape part = i < states ? shape : new Shape(new[] { count }.Concat(shape.Dimensions).ToEquatableArray());
            AxisRun run = new(0, size < 0 ? 0 : part.Size, start, 1);
            Func<int, Operation>? create = size < 0 ? null
                : output => new MoveOperation(layer.Name, LayerBinding.Of(whole), output, "slice", IndexMap.Along(Shape.Vector((int)size), 0, [run]));
            start += run.Size;
            if (layer.Find("outputs") is null)
            {
                layer.Append(size < 0 ? null : part, create);
            }
            else
            {
                layer.AppendPart(names[i], size < 0 ? null : part, create);
            }
        }
    }

    /// <summary>A number of inputs, 0 when left out; null after a problem.</summary>
    private static int? Number(LayerBinding layer, string argument)
    {
        switch (layer.Find(argument))
        {
            case DeclaredNumber { Value: >= 0 } number:
                return (int)number.Value;
            case DeclaredNumber number:
                layer.Report(WeightRules.OutOfRange, layer.Place.Key(argument), $"'{layer.Spell(argument)}' of layer '{layer.Name}'", Texts.Number(number.Value), "at least 0");
                return null;
            case null:
                return 0;
            default:
                return null;
        }
    }

    /// <summary>The number of rounds; when left out, the number of entries of the first sequence.</summary>
    private static int? Count(LayerBinding layer, int? states, int? sequences)
    {
        bool isCounted = layer.Find("count") is null && sequences > 0 && states is { } first && first < layer.Inputs.Count;
        return isCounted ? layer.ShapeOf(layer.Inputs[states!.Value]) is { Rank: > 0 } shape ? shape[0] : null : layer.Size("count", isNeeded: sequences == 0);
    }
}
