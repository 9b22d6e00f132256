using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Einsum: operands are multiplied one after the other, as products of matrices over what is summed.</summary>
internal static class EinsumOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All => [("Einsum", Einsum)];

    private static Value[] Einsum(NodeTranslation node)
    {
        string equation = node.Text("equation", "").Replace(" ", "");
        int arrow = equation.IndexOf("->", StringComparison.Ordinal);
        string[] terms = (arrow < 0 ? equation : equation.Substring(0, arrow)).Split(',');
        Value[] values = node.Inputs;
        if (terms.Length != values.Length)
        {
            throw node.Fail($"'{equation}' has {terms.Length} operands, and there are {values.Length}");
        }

        int free = terms.Select((term, i) => term.Contains("...") ? values[i].Shape.Length - (term.Length - 3) : 0).Max();
        string[] labels = [.. terms.Select((term, i) => Spread(term, term.Contains("...") ? values[i].Shape.Length - (term.Length - 3) : 0))];
        string all = string.Concat(labels);
        string output = arrow >= 0
            ? Spread(equation.Substring(arrow + 2), free)
            : string.Concat(new string([.. all.Where(label => label < 'A').Distinct().OrderBy(label => label)]), new string([.. all.Where(label => label >= 'A' && all.Count(other => other == label) == 1).OrderBy(label => label)]));
        for (int i = 0; i < values.Length; i++)
        {
            if (labels[i].Length != values[i].Shape.Length)
            {
                throw node.Fail($"'{terms[i]}' does not name the axes of {Dimensions.Text(values[i].Shape)}");
            }

            (values[i], labels[i]) = Diagonal(node, values[i], labels[i]);
        }

        (Value result, string own) = (values[0], labels[0]);
        for (int i = 1; i < values.Length; i++)
        {
            string later = output + string.Concat(labels.Skip(i + 1));
            (result, own) = Product(node, result, own, values[i], labels[i], later);
        }

        (result, own) = Summed(node, result, own, output);
        string order = own;
        return [ShapeOperators.Transpose(node, result, [.. output.Select(label => order.IndexOf(label) is >= 0 and var at ? at : throw node.Fail($"'{label}' comes out of nowhere in '{equation}'"))])];
    }

    /// <summary>A term whose dots are names of their own, the last axes the same for all.</summary>
    public static string Spread(string term, int free) =>
        term.Replace("...", new string([.. Enumerable.Range(0, Math.Max(0, free)).Select(i => (char)('0' + 9 - (free - 1 - i)))]));

    /// <summary>Of axes of one name only equal positions are met.</summary>
    private static (Value Value, string Labels) Diagonal(NodeTranslation node, Value value, string labels)
    {
        string single = new([.. labels.Distinct()]);
        if (single.Length == labels.Length)
        {
            return (value, labels);
        }

        int[] steps = Dimensions.Steps(value.Shape);
        int[] shape = [.. single.Select(label => value.Shape[labels.IndexOf(label)])];
        return (node.Move(value, shape, position => labels.Select((label, axis) => position[single.IndexOf(label)] * steps[axis]).Sum()), single);
    }

    /// <summary>The sum over all axes that nobody names any more.</summary>
    private static (Value Value, string Labels) Summed(NodeTranslation node, Value value, string labels, string needed)
    {
        int[] axes = [.. Enumerable.Range(0, labels.Length).Where(axis => needed.IndexOf(labels[axis]) < 0)];
        if (axes.Length == 0)
        {
            return (value, labels);
        }

        Value sum = ReductionOperators.Kept(node, "sum", value, axes);
        return (node.View(sum, [.. value.Shape.Where((_, axis) => !axes.Contains(axis))]), new string([.. labels.Where((_, axis) => !axes.Contains(axis))]));
    }

    private static (Value Value, string Labels) Product(NodeTranslation node, Value left, string leftLabels, Value right, string rightLabels, string later)
    {
        (left, leftLabels) = Summed(node, left, leftLabels, later + rightLabels);
        (right, rightLabels) = Summed(node, right, rightLabels, later + leftLabels);
        string both = new([.. leftLabels.Where(label => rightLabels.IndexOf(label) >= 0)]);
        string batch = new([.. both.Where(label => later.IndexOf(label) >= 0)]);
        string inner = new([.. both.Where(label => later.IndexOf(label) < 0)]);
        string rows = new([.. leftLabels.Where(label => both.IndexOf(label) < 0)]);
        string columns = new([.. rightLabels.Where(label => both.IndexOf(label) < 0)]);
        int Size(string labels) => Dimensions.Count(labels.Select(label => Math.Max(SizeOf(left, leftLabels, label), SizeOf(right, rightLabels, label))));
        (left, right) = (Widened(node, left, leftLabels, both, right, rightLabels), Widened(node, right, rightLabels, both, left, leftLabels));
        Value one = node.View(Ordered(node, left, leftLabels, batch + rows + inner), [Size(batch), Size(rows), Size(inner)]);
        Value other = node.View(Ordered(node, right, rightLabels, batch + inner + columns), [Size(batch), Size(inner), Size(columns)]);
        string layer = node.Layers.Add("matmul", node.OutputName(), [node.Layers.Read(one), node.Layers.Read(other)]);
        int[] flat = [Size(batch), Size(rows), Size(columns)];
        string labels = batch + rows + columns;
        return (node.View(node.Result(left.Kind, flat, layer, flat), [.. labels.Select(label => Size(label.ToString()))]), labels);
    }

    private static int SizeOf(Value value, string labels, char label) => labels.IndexOf(label) is >= 0 and var axis ? value.Shape[axis] : 1;

    /// <summary>Axes of size 1 that the other operand has larger are met again.</summary>
    private static Value Widened(NodeTranslation node, Value value, string labels, string both, Value other, string otherLabels)
    {
        int[] shape = [.. labels.Select((label, axis) => both.IndexOf(label) >= 0 && value.Shape[axis] == 1 ? SizeOf(other, otherLabels, label) : value.Shape[axis])];
        return shape.SequenceEqual(value.Shape) ? value : node.Move(shape, Dimensions.Broadcast(value.Shape, shape), [value]);
    }

    private static Value Ordered(NodeTranslation node, Value value, string labels, string order) =>
        ShapeOperators.Transpose(node, value, [.. order.Select(label => labels.IndexOf(label))]);
}
