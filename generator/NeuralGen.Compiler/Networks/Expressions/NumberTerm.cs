using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A number that stands in the formula.</summary>
/// <param name="Value">The number.</param>
internal sealed record NumberTerm(double Value) : Term
{
    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => rounding.Of(Value);

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this;
}
