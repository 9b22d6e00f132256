using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>The value of an operand.</summary>
/// <param name="Index">Which of the operation's inputs.</param>
/// <param name="Is">What its elements are.</param>
internal sealed record OperandTerm(int Index, ElementType Is = ElementType.Float) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Is;

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => operands[Index];

    /// <inheritdoc/>
    public override bool Reads(Func<int, bool> isWanted) => isWanted(Index);

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => operand(Index);

    /// <inheritdoc/>
    public override int CountOf(int operand) => operand == Index ? 1 : 0;

    /// <inheritdoc/>
    public override ElementType? TypeOf(int operand) => operand == Index ? Is : null;
}
