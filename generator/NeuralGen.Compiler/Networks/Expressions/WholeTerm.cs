using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A whole number, or a truth value, that stands in the formula.</summary>
/// <param name="Value">The number; 1 for true.</param>
/// <param name="Is">What it is.</param>
internal sealed record WholeTerm(long Value, ElementType Is) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Is;

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => Value;

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding) => Value;

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this;
}
