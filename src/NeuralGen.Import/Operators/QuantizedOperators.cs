using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Quantized values. Products of bytes are computed as floats, which hold their sums exactly up to a length, and no others.</summary>
internal static class QuantizedOperators
{
    /// <summary>So many products of two bytes have a sum that 32-bit floats hold.</summary>
    private const int MostProducts = 256;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("QuantizeLinear", node => [Quantize(node, node.Input(0), node.Input(1), node.Optional(2), Kind(node))]),
        ("DequantizeLinear", Dequantize),
        ("DynamicQuantizeLinear", Dynamic),
        ("MatMulInteger", node => [node.Cast(Product(node, 0, 2, 1, 3), ElementKind.Int32)]),
        ("ConvInteger", node => [node.Cast(ConvolutionOperators.Product(node, Centered(node, 0, 2), Centered(node, 1, 3), null), ElementKind.Int32)]),
        ("QLinearMatMul", node => [Scaled(node, Product(node, 0, 2, 3, 5), 1, 4)]),
        ("QLinearConv", node => [Scaled(node, ConvolutionOperators.Product(node, Centered(node, 0, 2), Centered(node, 3, 5), node.Optional(8) is { } bias ? node.Cast(bias, ElementKind.Float) : null), 1, 4)]),
    ];

    private static ElementKind Kind(NodeTranslation node) =>
        node.Optional(2)?.Kind ?? (node.Integer("output_dtype", 0) is > 0 and var said ? (ElementKind)said : ElementKind.UInt8);

    private static (double Least, double Most) Limits(NodeTranslation node, ElementKind kind) => kind switch
    {
        ElementKind.UInt8 => (byte.MinValue, byte.MaxValue),
        ElementKind.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        ElementKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ElementKind.Int16 => (short.MinValue, short.MaxValue),
        _ => throw node.Fail($"quantized elements of type {kind.Name()} are not supported"),
    };

    /// <summary>A scale or zero of one axis, with axes behind it.</summary>
    private static Value Along(NodeTranslation node, Value value, int rank, int axis)
    {
        if (node.Integer("block_size", 0) != 0)
        {
            throw node.Fail("blocks are not supported");
        }

        return value.Shape.Length == 1 && value.Count > 1 && rank > 0 ? node.View(value, [value.Count, .. Enumerable.Repeat(1, rank - 1 - node.Axis(axis, rank))]) : value;
    }

    private static Value Quantize(NodeTranslation node, Value data, Value scale, Value? zero, ElementKind kind)
    {
        (double least, double most) = Limits(node, kind);
        int rank = data.Shape.Length;
        int axis = node.Integer("axis", 1);
        List<Value> values = [data, Along(node, scale, rank, Math.Min(axis, Math.Max(0, rank - 1)))];
        string formula = "round({0} / {1})";
        if (zero is not null)
        {
            values.Add(node.Cast(Along(node, zero, rank, Math.Min(axis, Math.Max(0, rank - 1))), ElementKind.Float));
            formula += " + {2}";
        }

        return node.Cast(node.Map(ElementKind.Float, FormattableString.Invariant($"min(max({formula}, {Bracketed(least)}), {most})"), null, [.. values]), kind);
    }

    private static string Bracketed(double value) => FormattableString.Invariant(value < 0 ? $"({value})" : (FormattableString)$"{value}");

    private static Value[] Dequantize(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int axis = Math.Min(node.Integer("axis", 1), Math.Max(0, rank - 1));
        Value scale = Along(node, node.Input(1), rank, axis);
        Value floats = node.Cast(data, ElementKind.Float);
        return node.Optional(2) is not { } zero
            ? [node.Map(scale.Kind, "{0} * {1}", new Fold(x => x[0] * x[1], null), [floats, scale])]
            : [node.Map(scale.Kind, "({0} - {1}) * {2}", new Fold(x => (x[0] - x[1]) * x[2], null), [floats, node.Cast(Along(node, zero, rank, axis), ElementKind.Float), scale])];
    }

    private static Value[] Dynamic(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value flat = node.View(data, [data.Count]);
        Value largest = node.View(ReductionOperators.Kept(node, "max", flat, [0]), []);
        Value least = node.View(ReductionOperators.Kept(node, "min", flat, [0]), []);
        Value scale = node.Map(ElementKind.Float, "(max({0}, 0) - min({1}, 0)) / 255", null, [largest, least], 1);
        Value zero = node.Map(ElementKind.Float, "min(max(round(-min({0}, 0) / {1}), 0), 255)", null, [least, scale], 2);
        Value result = node.Map(ElementKind.Float, "min(max(round({0} / {1}) + {2}, 0), 255)", null, [data, scale, zero]);
        return [node.Cast(result, ElementKind.UInt8), scale, node.Cast(zero, ElementKind.UInt8, 2)];
    }

    /// <summary>An operand without its zero, as floats.</summary>
    private static Value Centered(NodeTranslation node, int operand, int zero)
    {
        Value data = node.Cast(node.Input(operand), ElementKind.Float);
        if (node.Optional(zero) is not { } point)
        {
            return data;
        }

        // A zero per row stands before the axis of columns, one per column is broadcast; of weights it is one per unit.
        Value shaped = point.Count == 1 ? node.View(point, [])
            : node.Node.Operator.Contains("Conv") ? node.View(point, [point.Count, .. Enumerable.Repeat(1, data.Shape.Length - 1)])
            : operand == 0 && point.Shape.Length == 1 ? node.View(point, [point.Count, 1])
            : point;
        return node.Map(ElementKind.Float, "{0} - {1}", new Fold(x => x[0] - x[1], null), [data, node.Cast(shaped, ElementKind.Float)]);
    }

    private static Value Product(NodeTranslation node, int left, int leftZero, int right, int rightZero)
    {
        Value one = Centered(node, left, leftZero);
        Value other = Centered(node, right, rightZero);
        return one.Shape.Length > 0 && one.Shape[one.Shape.Length - 1] > MostProducts
            ? throw node.Fail($"sums of more than {MostProducts} products of bytes are not supported")
            : DenseOperators.MatMul(node, one, other);
    }

    /// <summary>A product, scaled and quantized again.</summary>
    private static Value Scaled(NodeTranslation node, Value product, int leftScale, int rightScale)
    {
        Value result = node.Input(6);
        Value zero = node.Input(7);
        (double least, double most) = Limits(node, zero.Kind);
        Value[] scales = [.. new[] { node.Input(leftScale), node.Input(rightScale), result }.Select((scale, i) => scale.Count > 1 && node.Node.Operator == "QLinearConv"
            ? node.View(scale, [scale.Count, .. Enumerable.Repeat(1, product.Shape.Length - 2)])
            : scale.Count > 1 && i == 0 ? node.View(scale, [scale.Count, 1])
            : scale.Count == 1 ? node.View(scale, []) : scale)];
        string formula = FormattableString.Invariant($"min(max(round({{0}} * ({{1}} * {{2}} / {{3}})) + {{4}}, {Bracketed(least)}), {most})");
        return node.Cast(node.Map(ElementKind.Float, formula, null, [product, .. scales, node.Cast(node.View(zero, []), ElementKind.Float)]), zero.Kind);
    }
}
