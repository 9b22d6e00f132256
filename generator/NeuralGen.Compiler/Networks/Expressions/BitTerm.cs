using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>Bits of whole numbers, or truth values, joined or moved.</summary>
/// <param name="Sign">How, as C# writes it: &amp;, |, ^, &lt;&lt; or &gt;&gt;; of truth values also &amp;&amp; and ||, which look at the right value only where it matters.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value, of the same type.</param>
internal sealed record BitTerm(string Sign, Term Left, Term Right) : Term
{
    /// <inheritdoc/>
    public override ElementType Type => Left.Type;

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Parts => [Left, Right];

    /// <inheritdoc/>
    public override double Evaluate(double[] operands, Rounding rounding) => Whole(operands, rounding);

    /// <inheritdoc/>
    public override long Whole(double[] operands, Rounding rounding)
    {
        long left = Left.Whole(operands, rounding);
        return (Sign == "&&" && left == 0) || (Sign == "||" && left != 0) ? left
            : Sign is "&&" or "||" ? Right.Whole(operands, rounding)
            : WholeNumbers.Of(Type, Sign, left, Right.Whole(operands, rounding));
    }

    /// <inheritdoc/>
    public override Term Substitute(Func<int, Term> operand) => this with { Left = Left.Substitute(operand), Right = Right.Substitute(operand) };
}
