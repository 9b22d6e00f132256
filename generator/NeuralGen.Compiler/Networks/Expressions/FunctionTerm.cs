using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>An elementary function of one or two values.</summary>
/// <param name="Function">The function.</param>
/// <param name="Values">The values.</param>
internal sealed record FunctionTerm(Elementary Function, EquatableArray<Term> Values) : Term
{
    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [.. Values];

    /// <summary>How many values a function takes.</summary>
    public static int CountOf(Elementary function) => function is Elementary.Min or Elementary.Max or Elementary.Pow ? 2 : 1;

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding)
    {
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
            Elementary.Floor => Math.Floor(x),
            Elementary.Ceil => Math.Ceiling(x),
            Elementary.Round => Math.Round(x),
            Elementary.Sign => x > 0 ? 1 : x < 0 ? -1 : x,
            Elementary.Min => Math.Min(x, y),
            Elementary.Max => Math.Max(x, y),
            _ => Math.Pow(x, y),
        });
    }

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Values = Values.Select(value => value.Substitute(operand)).ToEquatableArray() };
}
