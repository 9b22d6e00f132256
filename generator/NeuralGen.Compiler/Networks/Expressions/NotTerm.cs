using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>The other truth value, or a whole number with all bits turned.</summary>
/// <param name="Value">The value.</param>
internal sealed record NotTerm(Term Value) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Value.Type;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Value];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => Whole(operands, rounding);

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding)
    {
        long value = Value.Whole(operands, rounding);
        return Type == ElementType.Bool ? 1 - value : Type.Wrap(~value);
    }

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => new NotTerm(Value.Substitute(operand));
}
