using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>A whole number in a formula while it is read, which becomes what stands beside it is.</summary>
/// <param name="Exact">The number.</param>
/// <param name="Value">The nearest floating-point number.</param>
/// <param name="Position">Where it stands.</param>
internal sealed record LiteralTerm(decimal Exact, double Value, int Position) : Term
{
    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => rounding.Of(Value);

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this;
}
