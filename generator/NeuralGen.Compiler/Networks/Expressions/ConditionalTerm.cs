using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>One of two values.</summary>
/// <param name="Condition">A truth value: whether it is the first of them.</param>
/// <param name="Chosen">The value where it holds.</param>
/// <param name="Other">The value where it does not, of the same type.</param>
internal sealed record ConditionalTerm(Term Condition, Term Chosen, Term Other) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Chosen.Type;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Condition, Chosen, Other];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => Choose(operands, rounding).Evaluate(operands, rounding);

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding) => Choose(operands, rounding).Whole(operands, rounding);

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => new ConditionalTerm(Condition.Substitute(operand), Chosen.Substitute(operand), Other.Substitute(operand));

    private Term Choose(double[] operands, Rounding rounding) => Condition.Whole(operands, rounding) != 0 ? Chosen : Other;
}
