using System.Globalization;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A sum, a difference, a product, a quotient or a remainder, which has the sign of the left value, as C#'s.</summary>
/// <param name="Sign">Which: +, -, *, / or %.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value, of the same type.</param>
internal sealed record BinaryTerm(char Sign, Term Left, Term Right) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Left.Type;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Left, Right];

    /// <inheritdoc/>
    public override bool MayThrow => base.MayThrow || (Type.IsInteger() && Sign is '/' or '%' && Right is not WholeTerm { Value: not 0 });

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding)
    {
        if (Type != ElementType.Float)
        {
            return Whole(operands, rounding);
        }

        (double left, double right) = (Left.Evaluate(operands, rounding), Right.Evaluate(operands, rounding));
        return rounding.Of(Sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' => left / right,
            _ => left % right,
        });
    }

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding) => Type == ElementType.Float
        ? base.Whole(operands, rounding)
        : WholeNumbers.Of(Type, Sign.ToString(CultureInfo.InvariantCulture), Left.Whole(operands, rounding), Right.Whole(operands, rounding));

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Left = Left.Substitute(operand), Right = Right.Substitute(operand) };
}
