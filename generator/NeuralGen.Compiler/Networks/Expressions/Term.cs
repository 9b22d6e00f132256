using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A part of a formula, which is one number for each value of a result.</summary>
internal abstract record Term
{
    /// <summary>What it is computed from.</summary>
    public virtual IReadOnlyList<Term> Parts => [];

    /// <summary>How many terms it is made of.</summary>
    public int Size => 1 + Parts.Sum(part => part.Size);

    /// <summary>Computes it, every result rounded.</summary>
    /// <param name="operands">The values of the operands.</param>
    /// <param name="rounding">The rounding.</param>
    public abstract double Evaluate(double[] operands, Rounding rounding);

    /// <summary>The same with other terms in the place of operands.</summary>
    /// <param name="operand">The term for each operand.</param>
    public abstract Term Substitute(Func<int, Term> operand);

    /// <summary>How often it names an operand.</summary>
    /// <param name="operand">The operand.</param>
    public virtual int CountOf(int operand) => Parts.Sum(part => part.CountOf(operand));

    /// <summary>Whether it depends on one of some operands.</summary>
    /// <param name="isWanted">Which.</param>
    public virtual bool Reads(Func<int, bool> isWanted) => Parts.Any(part => part.Reads(isWanted));
}
