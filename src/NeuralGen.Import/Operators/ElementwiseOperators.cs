using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Arithmetic, value by value. Before opset 7 the second operand is broadcast along an axis.</summary>
internal static class ElementwiseOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Add", node => Binary(node, "{0} + {1}", new Fold(x => x[0] + x[1], x => unchecked(x[0] + x[1])))),
        ("Sub", node => Binary(node, "{0} - {1}", new Fold(x => x[0] - x[1], x => unchecked(x[0] - x[1])))),
        ("Mul", node => Binary(node, "{0} * {1}", new Fold(x => x[0] * x[1], x => unchecked(x[0] * x[1])))),
        ("Div", node => Binary(node, "{0} / {1}", new Fold(x => x[0] / x[1], x => x[1] == 0 ? 0 : x[1] == -1 ? unchecked(-x[0]) : x[0] / x[1]))),
        ("Pow", Pow),
        ("Mod", Mod),
        ("PRelu", Slope),
        ("Sum", node => Many(node, "+", (x, y) => x + y)),
        ("Max", node => Extreme(node, "max", Largest)),
        ("Min", node => Extreme(node, "min", (x, y) => -Largest(-x, -y))),
        ("Mean", Mean),
        ("Neg", node => Unary(node, "-{0}", x => -x, x => unchecked(-x))),
        ("Abs", node => Unary(node, "abs({0})", Math.Abs, x => x == long.MinValue ? x : Math.Abs(x))),
        ("Sign", node => Unary(node, "sign({0})", x => double.IsNaN(x) ? x : Math.Sign(x), x => Math.Sign(x))),
        ("Sqrt", node => Unary(node, "sqrt({0})", Math.Sqrt)),
        ("Exp", node => Unary(node, "exp({0})", Math.Exp)),
        ("Log", node => Unary(node, "log({0})", Math.Log)),
        ("Reciprocal", node => Unary(node, "1 / {0}", x => 1 / x)),
        ("Floor", node => Unary(node, "floor({0})", Math.Floor)),
        ("Ceil", node => Unary(node, "ceil({0})", Math.Ceiling)),
        ("Round", node => Unary(node, "round({0})", x => Math.Round(x, MidpointRounding.ToEven))),
        ("Erf", node => Unary(node, "erf({0})", null)),
        ("Sin", node => Unary(node, "sin({0})", Math.Sin)),
        ("Cos", node => Unary(node, "cos({0})", Math.Cos)),
        ("Tan", node => Unary(node, "sin({0}) / cos({0})", Math.Tan)),
        ("Asin", node => Unary(node, "asin({0})", Math.Asin)),
        ("Acos", node => Unary(node, "acos({0})", Math.Acos)),
        ("Atan", node => Unary(node, "atan({0})", Math.Atan)),
        ("Sinh", node => Unary(node, "sinh({0})", Math.Sinh)),
        ("Cosh", node => Unary(node, "cosh({0})", Math.Cosh)),
        ("Asinh", node => Unary(node, "asinh({0})", null)),
        ("Acosh", node => Unary(node, "acosh({0})", null)),
        ("Atanh", node => Unary(node, "atanh({0})", null)),
    ];

    /// <summary>The operands of an operator of two, which older versions bring to fit along an axis.</summary>
    public static Value[] Operands(NodeTranslation node)
    {
        Value left = node.Input(0);
        Value right = node.Input(1);
        if (node.Version < 7 && node.Flag("broadcast", false) && node.Has("axis"))
        {
            int axis = node.Axis(node.Integer("axis", 0), left.Shape.Length);
            int behind = left.Shape.Length - axis - right.Shape.Length;
            right = behind > 0 ? node.View(right, [.. right.Shape, .. Enumerable.Repeat(1, behind)]) : right;
        }

        return [left, right];
    }

    private static double Largest(double x, double y) => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : Math.Max(x, y);

    private static Value[] Unary(NodeTranslation node, string formula, Func<double, double>? fold, Func<long, long>? whole = null) =>
        [node.Map(node.Input(0).Kind, formula, fold is null ? null : new Fold(x => fold(x[0]), whole is null ? null : x => whole(x[0])), [node.Input(0)])];

    private static Value[] Binary(NodeTranslation node, string formula, Fold fold) =>
        DenseOperators.WithBias(node) ?? Recognized(node) ?? [node.Map(node.Input(0).Kind, formula, fold, Operands(node))];

    /// <summary>A part of something that has a layer of its own.</summary>
    private static Value[]? Recognized(NodeTranslation node) => node.Version < 7 ? null : node.Node.Operator switch
    {
        "Div" => WrittenNormalizations.Quotient(node) ?? ChannelScales.Of(node),
        "Mul" => WrittenNormalizations.Quotient(node) ?? WrittenNormalizations.Affine(node) ?? ChannelScales.Of(node),
        "Add" => WrittenNormalizations.Affine(node) ?? ChannelScales.Of(node),
        "Sub" => ChannelScales.Of(node),
        _ => null,
    };

    private static Value[] Pow(NodeTranslation node)
    {
        Value[] operands = Operands(node);
        Fold fold = new(x => Math.Pow(x[0], x[1]), null);
        if (operands[1].Constant is { Count: 1 } power && operands[0].Kind.IsFloat())
        {
            // Squares and roots have shorter names.
            string? formula = power.Number(0) switch { 2 => "{0} * {0}", 0.5 => "sqrt({0})", 1 => "{0} * 1", -1 => "1 / {0}", _ => null };
            if (formula is not null && power.Shape.Length <= operands[0].Shape.Length)
            {
                return [node.Map(operands[0].Kind, formula, new Fold(x => Math.Pow(x[0], power.Number(0)), null), [operands[0]])];
            }
        }

        bool isWhole = operands[0].Kind.IsInteger();
        Value[] floats = Array.ConvertAll(operands, operand => operand.Kind.IsFloat() ? operand : node.Cast(operand, isWhole ? ElementKind.Double : operands[0].Kind));
        Value result = node.Map(isWhole ? ElementKind.Double : operands[0].Kind, "pow({0}, {1})", fold, floats);
        return [isWhole ? node.Cast(result, operands[0].Kind) : result];
    }

    private static Value[] Mod(NodeTranslation node)
    {
        Value[] operands = Operands(node);
        bool keepsSign = node.Flag("fmod", false);
        if (!keepsSign && operands[0].Kind.IsFloat())
        {
            throw node.Fail("floats need fmod = 1");
        }

        return [keepsSign
            ? node.Map(operands[0].Kind, "{0} % {1}", new Fold(x => x[0] % x[1], x => x[1] is 0 or -1 ? 0 : x[0] % x[1]), operands)
            : node.Map(operands[0].Kind, "mod({0}, {1})", new Fold(x => x[0] - (Math.Floor(x[0] / x[1]) * x[1]), x => x[1] is 0 or -1 ? 0 : ((x[0] % x[1]) + x[1]) % x[1]), operands)];
    }

    private static Value[] Slope(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value slope = node.Input(1);
        if (node.Version < 7 && slope.Shape.Length == 1 && data.Shape.Length > 1 && slope.Shape[0] == data.Shape[1])
        {
            slope = node.View(slope, [slope.Shape[0], .. Enumerable.Repeat(1, data.Shape.Length - 2)]);
        }

        return [node.Map(data.Kind, "{0} < 0 ? {0} * {1} : {0}", new Fold(x => x[0] < 0 ? x[0] * x[1] : x[0], x => x[0] < 0 ? unchecked(x[0] * x[1]) : x[0]), [data, slope])];
    }

    private static Value[] Many(NodeTranslation node, string sign, Func<double, double, double> fold)
    {
        Value[] values = node.Inputs;
        return values.Length == 1
            ? [node.View(values[0], values[0].Shape)]
            : [node.Map(values[0].Kind, string.Join($" {sign} ", values.Select((_, i) => $"{{{i}}}")), new Fold(x => x.Aggregate(fold), null), values)];
    }

    private static Value[] Extreme(NodeTranslation node, string function, Func<double, double, double> fold)
    {
        Value[] values = node.Inputs;
        if (values.Length == 1)
        {
            return [node.View(values[0], values[0].Shape)];
        }

        string formula = Enumerable.Range(1, values.Length - 1).Aggregate("{0}", (inner, i) => $"{function}({inner}, {{{i}}})");
        return [node.Map(values[0].Kind, formula, new Fold(x => x.Aggregate(fold), x => function == "max" ? x.Max() : x.Min()), values)];
    }

    private static Value[] Mean(NodeTranslation node)
    {
        Value[] values = node.Inputs;
        string sum = string.Join(" + ", values.Select((_, i) => $"{{{i}}}"));
        return [node.Map(values[0].Kind, FormattableString.Invariant($"({sum}) / {values.Length}"), new Fold(x => x.Average(), null), values)];
    }
}
