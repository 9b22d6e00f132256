using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>1 where two values have a relation, else 0.</summary>
/// <param name="Relation">Which, as C# writes it.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value.</param>
internal sealed record ComparisonTerm(string Relation, Term Left, Term Right) : Term
{
    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Left, Right];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding)
    {
        (double left, double right) = (Left.Evaluate(operands, rounding), Right.Evaluate(operands, rounding));
        bool holds = Relation switch
        {
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            ">=" => left >= right,
            "==" => left == right,
            _ => left != right,
        };
        return holds ? 1 : 0;
    }

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Left = Left.Substitute(operand), Right = Right.Substitute(operand) };
}
