using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>An elementary function of one or two values.</summary>
/// <param name="Function">The function.</param>
/// <param name="Values">The values, of one type.</param>
internal sealed record FunctionTerm(Elementary Function, EquatableArray<Term> Values) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Function is Elementary.IsNan or Elementary.IsInfinite ? ElementType.Bool : Values[0].Type;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [.. Values];

    /// <inheritdoc/>
    public override bool MayThrow => base.MayThrow || (Type.IsInteger() && Function switch
    {
        Elementary.Mod => Values[1] is not WholeTerm { Value: not 0 },
        Elementary.Pow => Values[1] is not WholeTerm { Value: >= 0 },
        _ => false,
    });

    /// <summary>How many values a function takes.</summary>
    public static int CountOf(Elementary function) => function is Elementary.Min or Elementary.Max or Elementary.Pow or Elementary.Mod ? 2 : 1;

    /// <summary>Whether a function is one of whole numbers, too.</summary>
    public static bool TakesWholeNumbers(Elementary function) =>
        function is Elementary.Min or Elementary.Max or Elementary.Pow or Elementary.Mod or Elementary.Abs or Elementary.Sign;

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding)
    {
        if (Type.IsInteger())
        {
            return Whole(operands, rounding);
        }

        double x = Values[0].Evaluate(operands, rounding);
        double y = Values.Count > 1 ? Values[1].Evaluate(operands, rounding) : 0;
        return rounding.Of(Function switch
        {
            Elementary.Abs => Math.Abs(x),
            Elementary.Sqrt => Math.Sqrt(x),
            Elementary.Exp => Math.Exp(x),
            Elementary.Log => Math.Log(x),
            Elementary.Erf => ReferenceMath.Erf(x),
            Elementary.Sin => Math.Sin(x),
            Elementary.Cos => Math.Cos(x),
            Elementary.Tan => Math.Tan(x),
            Elementary.Asin => Math.Asin(x),
            Elementary.Acos => Math.Acos(x),
            Elementary.Atan => Math.Atan(x),
            Elementary.Sinh => Math.Sinh(x),
            Elementary.Cosh => Math.Cosh(x),
            Elementary.Asinh => ReferenceMath.Asinh(x),
            Elementary.Acosh => ReferenceMath.Acosh(x),
            Elementary.Atanh => ReferenceMath.Atanh(x),
            Elementary.Floor => Math.Floor(x),
            Elementary.Ceil => Math.Ceiling(x),
            Elementary.Round => Math.Round(x),
            Elementary.Truncate => Math.Truncate(x),
            Elementary.Sign => x > 0 ? 1 : x < 0 ? -1 : x,
            Elementary.Min => Math.Min(x, y),
            Elementary.Max => Math.Max(x, y),
            Elementary.Mod => Modulo(x, y, rounding),
            Elementary.IsNan => double.IsNaN(x) ? 1 : 0,
            Elementary.IsInfinite => double.IsInfinity(x) ? 1 : 0,
            _ => Math.Pow(x, y),
        });
    }

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding)
    {
        if (!Type.IsInteger())
        {
            return base.Whole(operands, rounding);
        }

        long x = Values[0].Whole(operands, rounding);
        long y = Values.Count > 1 ? Values[1].Whole(operands, rounding) : 0;
        return Type.Wrap(Function switch
        {
            Elementary.Abs => x < 0 ? unchecked(-x) : x,
            Elementary.Sign => Math.Sign(x),
            Elementary.Min => Math.Min(x, y),
            Elementary.Max => Math.Max(x, y),
            Elementary.Mod => WholeNumbers.Modulo(x, y),
            _ => WholeNumbers.Power(x, y),
        });
    }

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Values = Values.Select(value => value.Substitute(operand)).ToEquatableArray() };

    private static double Modulo(double value, double divisor, Rounding rounding)
    {
        double rest = value % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rounding.Of(rest + divisor) : rest;
    }
}
