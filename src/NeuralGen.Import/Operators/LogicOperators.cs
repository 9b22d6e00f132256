using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Comparisons, logic, and what works on bits.</summary>
internal static class LogicOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Equal", node => Compare(node, "{0} == {1}", (x, y) => x == y, (x, y) => x == y)),
        ("Less", node => Order(node, "{0} < {1}", (x, y) => x < y, (x, y) => x < y)),
        ("Greater", node => Order(node, "{0} > {1}", (x, y) => x > y, (x, y) => x > y)),
        ("LessOrEqual", node => Order(node, "{0} <= {1}", (x, y) => x <= y, (x, y) => x <= y)),
        ("GreaterOrEqual", node => Order(node, "{0} >= {1}", (x, y) => x >= y, (x, y) => x >= y)),
        ("And", node => Compare(node, "{0} && {1}", (x, y) => x != 0 && y != 0, (x, y) => x != 0 && y != 0)),
        ("Or", node => Compare(node, "{0} || {1}", (x, y) => x != 0 || y != 0, (x, y) => x != 0 || y != 0)),
        ("Xor", node => Compare(node, "{0} != {1}", (x, y) => x != y, (x, y) => x != y)),
        ("Not", node => [node.Map(ElementKind.Bool, "!{0}", new Fold(x => x[0] == 0 ? 1 : 0, x => x[0] == 0 ? 1 : 0), [node.Input(0)])]),
        ("BitwiseAnd", node => Bits(node, "{0} & {1}", (x, y) => x & y)),
        ("BitwiseOr", node => Bits(node, "{0} | {1}", (x, y) => x | y)),
        ("BitwiseXor", node => Bits(node, "{0} ^ {1}", (x, y) => x ^ y)),
        ("BitwiseNot", node => [node.Map(node.Input(0).Kind, "~{0}", new Fold(x => ~(long)x[0], x => ~x[0]), [node.Input(0)])]),
        ("BitShift", Shift),
        ("IsNaN", node => [node.Map(ElementKind.Bool, "is_nan({0})", new Fold(x => double.IsNaN(x[0]) ? 1 : 0, null), [node.Input(0)])]),
        ("IsInf", IsInfinite),
        ("Where", Where),
    ];

    private static Value[] Compare(NodeTranslation node, string formula, Func<double, double, bool> floats, Func<long, long, bool> integers) =>
        [node.Map(ElementKind.Bool, formula, new Fold(x => floats(x[0], x[1]) ? 1 : 0, x => integers(x[0], x[1]) ? 1 : 0), ElementwiseOperators.Operands(node))];

    private static Value[] Order(NodeTranslation node, string formula, Func<double, double, bool> floats, Func<long, long, bool> integers)
    {
        ElementKind kind = node.Input(0).Kind;
        bool isUnsigned = kind == ElementKind.UInt64;
        return Compare(node, WidenedNumbers.Ordered(kind, formula), floats, isUnsigned ? (x, y) => integers(x ^ long.MinValue, y ^ long.MinValue) : integers);
    }

    private static Value[] Bits(NodeTranslation node, string formula, Func<long, long, long> fold) =>
        [node.Map(node.Input(0).Kind, formula, new Fold(x => fold((long)x[0], (long)x[1]), x => fold(x[0], x[1])), ElementwiseOperators.Operands(node))];

    private static Value[] Shift(NodeTranslation node)
    {
        bool isLeft = node.Text("direction", "") == "LEFT";
        if (!isLeft && node.Input(0).Kind == ElementKind.UInt64)
        {
            // The sign's bit moves like the others.
            return Bits(node, "{1} == 0 ? {0} : (({0} >> 1) & 9223372036854775807) >> ({1} - 1)", (x, y) => (long)((ulong)x >> (int)y));
        }

        return Bits(node, isLeft ? "{0} << {1}" : "{0} >> {1}", (x, y) => isLeft ? x << (int)y : x >> (int)y);
    }

    private static Value[] IsInfinite(NodeTranslation node)
    {
        bool below = node.Flag("detect_negative", true);
        bool above = node.Flag("detect_positive", true);
        string formula = below && above ? "is_infinite({0})" : above ? "{0} == infinity" : below ? "{0} == -infinity" : "{0} > {0}";
        return [node.Map(ElementKind.Bool, formula, new Fold(x => (above && double.IsPositiveInfinity(x[0])) || (below && double.IsNegativeInfinity(x[0])) ? 1 : 0, null), [node.Input(0)])];
    }

    private static Value[] Where(NodeTranslation node) =>
        [node.Map(node.Input(1).Kind, "{0} ? {1} : {2}", new Fold(x => x[0] != 0 ? x[1] : x[2], x => x[0] != 0 ? x[1] : x[2]), [node.Input(0), node.Input(1), node.Input(2)])];
}
