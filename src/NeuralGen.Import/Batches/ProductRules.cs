using NeuralGen.Import.Graphs;
using NeuralGen.Import.Operators;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>Products of matrices: samples meet where they are summed over, and where those of one factor are multiplied by those of the other.</summary>
internal static class ProductRules
{
    /// <summary>What they are called, and their rules.</summary>
    public static IEnumerable<(string Name, BatchRule Rule)> All =>
    [
        ("MatMul", (node, result, _) => Product(node.Input(0), node.Input(1), result)),
        ("MatMulInteger", (node, result, _) => Product(node.Input(0), node.Input(1), result)),
        ("QLinearMatMul", (node, result, _) => Product(node.Input(0), node.Input(3), result)),
        ("FusedMatMul", (node, result, _) => Product(Turned(node, 0, "transA"), Turned(node, 1, "transB"), result)),
        ("Gemm", Gemm),
        ("Einsum", Einsum),
    ];

    private static SampleAxis? Product(Value left, Value right, Value result)
    {
        int rank = result.Shape.Length;
        SampleAxis? one = left.Samples;
        SampleAxis? other = right.Samples;
        if ((one is not null && one.Axis == left.Shape.Length - 1) || (other is not null && other.Axis == Math.Max(0, right.Shape.Length - 2)))
        {
            return SampleAxis.Mixed;
        }

        // Rows of the left and columns of the right are kept; all axes before them are the same for both.
        bool hasColumns = right.Shape.Length > 1;
        one = one?.At(rank - left.Shape.Length + one.Axis + (hasColumns ? 0 : 1));
        other = other?.At(rank - right.Shape.Length + other.Axis + (left.Shape.Length > 1 ? 0 : 1) - (left.Shape.Length == 1 && other.Axis == right.Shape.Length - 1 ? 1 : 0));
        SampleAxis? both = one is null ? other : other is null || other == one ? one : SampleAxis.Mixed;
        bool isRow = one is not null && hasColumns && one.Axis == rank - 2;
        return both is null || (both.Axis >= 0 && both.Axis < rank && result.Shape[both.Axis] == both.Size && !(isRow && other is not null)) ? both : SampleAxis.Mixed;
    }

    private static Value Turned(NodeTranslation node, int index, string attribute)
    {
        Value value = node.Input(index);
        int rank = value.Shape.Length;
        if (!node.Flag(attribute, false) || rank < 2)
        {
            return value;
        }

        int[] shape = [.. value.Shape.Take(rank - 2), value.Shape[rank - 1], value.Shape[rank - 2]];
        return new Value(value.Name, value.Kind, shape) { Samples = value.Samples is { } samples && samples.Axis >= rank - 2 ? samples.At((2 * rank) - 3 - samples.Axis) : value.Samples };
    }

    private static SampleAxis? Gemm(NodeTranslation node, Value result, int index)
    {
        SampleAxis? product = Product(Turned(node, 0, "transA"), Turned(node, 1, "transB"), result);
        return node.Optional(2) is { DependsOnBatch: true } addend
            ? BatchRules.Broadcast([new Value("", result.Kind, result.Shape) { Samples = product }, addend], result)
            : product;
    }

    private static SampleAxis? Einsum(NodeTranslation node, Value result, int index)
    {
        string equation = node.Text("equation", "").Replace(" ", "");
        int arrow = equation.IndexOf("->", StringComparison.Ordinal);
        string[] terms = (arrow < 0 ? equation : equation.Substring(0, arrow)).Split(',');
        if (arrow < 0 || terms.Length != node.InputCount)
        {
            return SampleAxis.Mixed;
        }

        int Free(int i) => terms[i].Contains("...") ? node.Input(i).Shape.Length - (terms[i].Length - 3) : 0;
        string[] labels = [.. terms.Select((term, i) => EinsumOperators.Spread(term, Free(i)))];
        string output = EinsumOperators.Spread(equation.Substring(arrow + 2), Enumerable.Range(0, terms.Length).Max(Free));
        (char Label, SampleAxis Samples)[] found = [.. node.Inputs.Select((input, i) => (input, i)).Where(pair => pair.input.Samples is not null)
            .Select(pair => (labels[pair.i][pair.input.Samples!.Axis], pair.input.Samples.At(0)))];
        return found.Distinct().Count() == 1 && output.IndexOf(found[0].Label) is >= 0 and var axis && result.Shape[axis] == found[0].Samples.Size
            ? found[0].Samples.At(axis)
            : SampleAxis.Mixed;
    }
}
