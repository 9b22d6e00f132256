using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A term with the other sign.</summary>
/// <param name="Value">The term.</param>
internal sealed record NegativeTerm(Term Value) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Value.Type;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Value];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) =>
        Type == ElementType.Float ? -Value.Evaluate(operands, rounding) : Whole(operands, rounding);

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding) =>
        Type == ElementType.Float ? base.Whole(operands, rounding) : Type.Wrap(unchecked(-Value.Whole(operands, rounding)));

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => new NegativeTerm(Value.Substitute(operand));
}
