using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>One of two values.</summary>
/// <param name="Condition">A comparison: whether it is the first of them.</param>
/// <param name="Chosen">The value where it holds.</param>
/// <param name="Other">The value where it does not.</param>
internal sealed record ConditionalTerm(ComparisonTerm Condition, Term Chosen, Term Other) : Term
{
    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Condition, Chosen, Other];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) =>
        (Condition.Evaluate(operands, rounding) != 0 ? Chosen : Other).Evaluate(operands, rounding);

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => new ConditionalTerm((ComparisonTerm)Condition.Substitute(operand), Chosen.Substitute(operand), Other.Substitute(operand));
}
