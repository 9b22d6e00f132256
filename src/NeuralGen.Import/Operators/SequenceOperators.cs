using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Lists of tensors, which live while the graph is translated: no layer has them.</summary>
internal static class SequenceOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("SequenceConstruct", node => [List(node, node.Inputs)]),
        ("SequenceEmpty", node => [List(node, [])]),
        ("SequenceAt", node => [Renamed(node, Items(node)[Position(node, 1, Items(node).Count)])]),
        ("SequenceInsert", Insert),
        ("SequenceErase", Erase),
        ("SequenceLength", node => [node.Result(Literal.Of(ElementKind.Int64, [], new long[] { Items(node).Count }))]),
        ("SplitToSequence", Split),
        ("ConcatFromSequence", Concat),
    ];

    private static IReadOnlyList<Value> Items(NodeTranslation node) => node.Input(0).Items ?? throw node.Fail("it reads no list of tensors");

    private static Value List(NodeTranslation node, IReadOnlyList<Value> items) => new(node.OutputName(), ElementKind.Undefined, []) { Items = items, Sources = [.. items] };

    private static Value Renamed(NodeTranslation node, Value value) => value.Items is null ? node.View(value, value.Shape) : List(node, value.Items);

    private static int Position(NodeTranslation node, int index, int count)
    {
        int at = node.Optional(index) is null ? count : node.Integers(index, "the position")[0];
        at = at < 0 ? at + count : at;
        return at >= 0 && at <= count ? at : throw node.Fail($"position {at} lies outside of a list of {count}");
    }

    private static Value[] Insert(NodeTranslation node)
    {
        List<Value> items = [.. Items(node)];
        items.Insert(Position(node, 2, items.Count), node.Input(1));
        return [List(node, items)];
    }

    private static Value[] Erase(NodeTranslation node)
    {
        List<Value> items = [.. Items(node)];
        items.RemoveAt(node.Optional(1) is null ? items.Count - 1 : Position(node, 1, items.Count));
        return [List(node, items)];
    }

    private static Value[] Split(NodeTranslation node)
    {
        Value data = node.Input(0);
        int axis = node.Axis(node.Integer("axis", 0), data.Shape.Length);
        int size = data.Shape[axis];
        bool keeps = node.Optional(1) is not null || node.Flag("keepdims", true);
        int[] sizes = node.Optional(1) is null ? [.. Enumerable.Repeat(1, size)]
            : node.Known(1, "the sizes") is { Shape.Length: 0 } one ? Parts(size, NodeTranslation.Clamp(one.Integer(0)))
            : node.Integers(1, "the sizes");
        int start = 0;
        List<Value> items = [];
        foreach (int count in sizes)
        {
            Value part = MovementOperators.Cut(node, data, axis, start, count, 1);
            items.Add(keeps ? part : node.View(part, [.. part.Shape.Where((_, i) => i != axis)]));
            start += count;
        }

        return start == size ? [List(node, items)] : throw node.Fail($"parts {Dimensions.Text(sizes)} do not fill axis {axis} of {Dimensions.Text(data.Shape)}");
    }

    private static int[] Parts(int size, int part) => part < 1 ? [] : [.. Enumerable.Range(0, (size + part - 1) / part).Select(i => Math.Min(part, size - (i * part)))];

    private static Value[] Concat(NodeTranslation node)
    {
        Value[] items = [.. Items(node)];
        if (items.Length == 0)
        {
            throw node.Fail("the list is empty");
        }

        bool isNew = node.Flag("new_axis", false);
        int rank = items[0].Shape.Length + (isNew ? 1 : 0);
        int axis = node.Axis(node.Integer("axis", 0), rank);
        items = isNew ? Array.ConvertAll(items, item => node.View(item, [.. item.Shape.Take(axis), 1, .. item.Shape.Skip(axis)])) : items;
        return [MovementOperators.Joined(node, items, axis)];
    }
}
