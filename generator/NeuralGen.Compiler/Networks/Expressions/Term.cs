using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>A part of a formula, which is one number or truth value for each value of a result.</summary>
internal abstract record Term
{
    /// <summary>What it is.</summary>
    public virtual ElementType Type => ElementType.Float;

    /// <summary>What it is computed from.</summary>
    public virtual IReadOnlyList<Term> Parts => [];

    /// <summary>How many terms it is made of.</summary>
    public virtual int Size => 1 + Parts.Sum(part => part.Size);

    /// <summary>Whether it may divide a whole number by zero, which throws.</summary>
    public virtual bool MayThrow => Parts.Any(part => part.MayThrow);

    /// <summary>Computes it, every result rounded; a truth value is 1 or 0.</summary>
    /// <param name="operands">The values of the operands.</param>
    /// <param name="rounding">The rounding.</param>
    public abstract double Evaluate(double[] operands, Rounding rounding);

    /// <summary>Computes it as a whole number, which is exact where a floating-point number is not; a truth value is 1 or 0.</summary>
    /// <param name="operands">The values of the operands.</param>
    /// <param name="rounding">The rounding.</param>
    public virtual long Whole(double[] operands, Rounding rounding) => WholeNumbers.Cut(Evaluate(operands, rounding));

    /// <summary>The same with other terms in the place of operands.</summary>
    /// <param name="operand">The term for each operand.</param>
    public abstract Term Substitute(Func<int, Term> operand);

    /// <summary>How often it names an operand.</summary>
    /// <param name="operand">The operand.</param>
    public virtual int CountOf(int operand) => Parts.Sum(part => part.CountOf(operand));

    /// <summary>Whether it depends on one of some operands.</summary>
    /// <param name="isWanted">Which.</param>
    public virtual bool Reads(Func<int, bool> isWanted) => Parts.Any(part => part.Reads(isWanted));

    /// <summary>What an operand that it names is; null where it does not name it.</summary>
    /// <param name="operand">The operand.</param>
    public virtual ElementType? TypeOf(int operand) => Parts.Select(part => part.TypeOf(operand)).FirstOrDefault(type => type is not null);

    /// <summary>Whether some part is computed as a whole number, so that it may be too large for its type and wraps.</summary>
    public bool HasWholeNumbers => (Type.IsInteger() && this is not (OperandTerm or WholeTerm)) || Parts.Any(part => part.HasWholeNumbers);
}
