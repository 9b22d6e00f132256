using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>Whether two values have a relation.</summary>
/// <param name="Relation">Which, as C# writes it.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value, of the same type.</param>
internal sealed record ComparisonTerm(string Relation, Term Left, Term Right) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => ElementType.Bool;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Left, Right];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => Whole(operands, rounding);

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding)
    {
        bool holds;
        if (Left.Type == ElementType.Float)
        {
            (double left, double right) = (Left.Evaluate(operands, rounding), Right.Evaluate(operands, rounding));
            holds = Relation switch
            {
                "<" => left < right,
                "<=" => left <= right,
                ">" => left > right,
                ">=" => left >= right,
                "==" => left == right,
                _ => left != right,
            };
        }
        else
        {
            int order = Left.Whole(operands, rounding).CompareTo(Right.Whole(operands, rounding));
            holds = Relation switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                ">=" => order >= 0,
                "==" => order == 0,
                _ => order != 0,
            };
        }

        return holds ? 1 : 0;
    }

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Left = Left.Substitute(operand), Right = Right.Substitute(operand) };
}
