using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Values at places that the data says.</summary>
internal static class SampleOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("MaxUnpool", MaxUnpool),
        ("Det", Determinant),
    ];

    private static Value[] MaxUnpool(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value indices = node.Input(1);
        int axes = data.Shape.Length - 2;
        int[] kernel = node.Integers("kernel_shape") ?? throw node.Fail("it has no kernel_shape");
        int[] strides = node.Integers("strides") ?? [.. Enumerable.Repeat(1, axes)];
        int[] pads = node.Integers("pads") ?? new int[2 * axes];
        int[] own = [.. data.Shape.Take(2), .. Enumerable.Range(0, axes).Select(i => ((data.Shape[2 + i] - 1) * strides[i]) + kernel[i] - pads[i] - pads[axes + i])];
        int[] shape = node.Checked(node.Optional(2) is null ? own : node.Integers(2, "the shape"));
        if (!own.Take(2).SequenceEqual(shape.Take(2)))
        {
            throw node.Fail($"its shape {Dimensions.Text(shape)} does not fit {Dimensions.Text(data.Shape)}");
        }

        // Indices count through the smallest tensor that may have been pooled; a larger one has zeros behind its axes.
        Value zeros = node.Result(Literal.Of(data.Kind, [Dimensions.Count(own)], new double[Dimensions.Count(own)]));
        string[] inputs = [node.Layers.Read(zeros), node.Layers.Read(indices, [indices.Count]), node.Layers.Read(data, [data.Count])];
        string layer = node.Layers.Add("scatter", node.OutputName(), inputs);
        Value result = node.Result(data.Kind, own, layer, [Dimensions.Count(own)]);
        if (own.SequenceEqual(shape))
        {
            return [result];
        }

        if (own.Zip(shape, (size, wanted) => size > wanted).Any(isLarger => isLarger))
        {
            throw node.Fail($"its shape {Dimensions.Text(shape)} is smaller than {Dimensions.Text(own)}");
        }

        int[] steps = Dimensions.Steps(own);
        return [node.Move(result, shape, position =>
            position.Zip(own, (at, size) => at < size).All(isInside => isInside) ? position.Zip(steps, (at, step) => at * step).Sum() : -1)];
    }

    /// <summary>By Laplace's rule along the first row, for matrices of up to four rows.</summary>
    private static Value[] Determinant(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int size = rank < 2 ? 0 : data.Shape[rank - 1];
        if (size is < 1 or > 4 || data.Shape[rank - 2] != size)
        {
            throw node.Fail($"{Dimensions.Text(data.Shape)} has no square matrices of up to four rows");
        }

        int[] outer = [.. data.Shape.Take(rank - 2)];
        int matrices = Dimensions.Count(outer);
        Value flat = node.View(data, [matrices, size * size]);
        Value[] elements = [.. Enumerable.Range(0, size * size).Select(i => MovementOperators.Cut(node, flat, 1, i, 1, 1))];
        string formula = Laplace(size, 0, [.. Enumerable.Range(0, size)]);
        return [node.View(node.Map(data.Kind, formula, null, elements), outer)];
    }

    private static string Laplace(int size, int row, int[] columns) => columns.Length == 1
        ? $"{{{(row * size) + columns[0]}}}"
        : "(" + string.Join(" ", columns.Select((column, i) => $"{(i == 0 ? "" : i % 2 == 0 ? "+ " : "- ")}{{{(row * size) + column}}} * {Laplace(size, row + 1, [.. columns.Where(other => other != column)])}")) + ")";
}
