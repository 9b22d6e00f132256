using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Translation;

/// <summary>
/// Whole numbers of 16 and 32 bits with and without a sign, for which networks have no type of their own: they are computed with more bits, and
/// what does not fit wraps behind each step. Numbers of 64 bits without a sign are computed as those with one, by operators for which that is the same.
/// </summary>
internal static class WidenedNumbers
{
    /// <summary>Operators whose results may not fit, and that are no formulas.</summary>
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "CumSum", "Einsum", "Gemm", "MatMul", "ReduceL1", "ReduceProd", "ReduceSum", "ReduceSumSquare", "ScatterElements", "ScatterND",
    };

    /// <summary>Operators for which a sign makes a difference.</summary>
    private static readonly HashSet<string> Signed = new(StringComparer.Ordinal)
    {
        "Abs", "ArgMax", "ArgMin", "Clip", "Div", "Max", "MaxPool", "Mean", "Min", "Mod", "Pow", "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp",
        "ReduceMax", "ReduceMean", "ReduceMin", "Relu", "Sign", "TopK",
    };

    /// <summary>A formula whose result is one of the kind.</summary>
    public static string Wrapped(ElementKind kind, string formula) => kind switch
    {
        ElementKind.UInt16 => $"({formula}) & 65535",
        ElementKind.Int16 => $"((({formula}) + 32768) & 65535) - 32768",
        ElementKind.UInt32 => $"({formula}) & 4294967295",
        _ => formula,
    };

    /// <summary>What makes a number that was cast between the types of networks one of the kind; null where it is one already.</summary>
    public static string? Correction(ElementKind from, ElementKind to) =>
        from == ElementKind.UInt64 && to.IsFloat() ? "{0} < 0 ? {0} + 18446744073709551616 : {0}"
        : !to.IsWidened() || to == ElementKind.UInt64 || from == to || from == ElementKind.Bool || from == ElementKind.UInt8 ? null
        : from == ElementKind.Int8 && to == ElementKind.Int16 ? null
        : from == ElementKind.UInt16 && to == ElementKind.UInt32 ? null
        : "{0}";

    /// <summary>Two operands whose order with a sign is that of theirs without.</summary>
    public static string Ordered(ElementKind kind, string formula)
    {
        string Shifted(string operand) => $"({operand} - 9223372036854775807 - 1)";
        return kind == ElementKind.UInt64 ? formula.Replace("{0}", Shifted("{0}")).Replace("{1}", Shifted("{1}")) : formula;
    }

    /// <summary>Says no to an operator that would take the largest numbers for negative ones.</summary>
    public static void Check(NodeTranslation node)
    {
        if (node.Node.Domain.Length == 0 && Signed.Contains(node.Node.Operator) && node.Inputs.Any(input => input.Kind == ElementKind.UInt64 && input.Constant is null))
        {
            throw node.Fail("it would take the largest elements of type uint64 for negative ones");
        }
    }

    /// <summary>A result as its kind holds it.</summary>
    public static Value Fit(NodeTranslation node, Value result, int index) =>
        node.Node.Domain.Length == 0 && Growing.Contains(node.Node.Operator) && result is { Constant: null, Items: null, Label: null } && result.Kind.IsWidened() && result.Kind != ElementKind.UInt64
            ? node.Map(result.Kind, "{0}", null, [result], index)
            : result;
}
