using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>An activation function of a value.</summary>
/// <param name="Name">What formulas call it.</param>
/// <param name="Function">The function.</param>
/// <param name="Value">The value.</param>
internal sealed record ActivationTerm(string Name, ElementwiseActivation Function, Term Value) : Term
{
    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Value];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => Function.Evaluate([Value.Evaluate(operands, rounding)], rounding)[0];

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Value = Value.Substitute(operand) };
}
