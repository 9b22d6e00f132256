namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>How strongly operators hold together what stands around them, in formulas as in C#.</summary>
internal static class Precedence
{
    /// <summary>A choice.</summary>
    public const int Conditional = 0;

    /// <summary>Equal or not.</summary>
    public const int Equality = 6;

    /// <summary>Less or more.</summary>
    public const int Relation = 7;

    /// <summary>Bits moved.</summary>
    public const int Shift = 8;

    /// <summary>A sum.</summary>
    public const int Sum = 9;

    /// <summary>A product.</summary>
    public const int Product = 10;

    /// <summary>A sign before a value, or a cast in C#.</summary>
    public const int Unary = 11;

    /// <summary>A name, a number, a call.</summary>
    public const int Primary = 12;

    /// <summary>The operators that join truth values and bits, the loosest first.</summary>
    public static readonly string[] Bits = ["||", "&&", "|", "^", "&"];

    /// <summary>The precedence of an operator of bits.</summary>
    public static int OfBits(string sign) => sign is "<<" or ">>" ? Shift : 1 + Array.IndexOf(Bits, sign);

    /// <summary>The precedence of a relation.</summary>
    public static int OfRelation(string relation) => relation is "==" or "!=" ? Equality : Relation;
}
