using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A value as one of another type, as the layer <c>cast</c> makes it.</summary>
/// <param name="Value">The value.</param>
/// <param name="To">The type.</param>
/// <param name="IsWritten">Whether the formula says it; a truth value becomes a number wherever one is needed.</param>
internal sealed record CastTerm(Term Value, ElementType To, bool IsWritten) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => To;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Value];

    /// <inheritdoc/>
    public override int Size => Value.Size + (IsWritten ? 1 : 0);

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) =>
        To != ElementType.Float ? Whole(operands, rounding)
        : Value.Type == ElementType.Float ? Value.Evaluate(operands, rounding)
        : rounding.Of(Value.Whole(operands, rounding));

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding) =>
        To == ElementType.Bool && Value.Type == ElementType.Float ? Value.Evaluate(operands, rounding) != 0 ? 1 : 0
        : To.Wrap(Value.Whole(operands, rounding));

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Value = Value.Substitute(operand) };
}
