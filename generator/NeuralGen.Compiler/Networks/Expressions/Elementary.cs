namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>The functions that formulas know beside activations.</summary>
internal enum Elementary
{
    /// <summary>The magnitude.</summary>
    Abs,

    /// <summary>The square root.</summary>
    Sqrt,

    /// <summary>e to the power of a value.</summary>
    Exp,

    /// <summary>The natural logarithm.</summary>
    Log,

    /// <summary>The error function.</summary>
    Erf,

    /// <summary>The sine.</summary>
    Sin,

    /// <summary>The cosine.</summary>
    Cos,

    /// <summary>The next whole number below.</summary>
    Floor,

    /// <summary>The next whole number above.</summary>
    Ceil,

    /// <summary>The nearest whole number; of two the even one.</summary>
    Round,

    /// <summary>1, 0 or -1.</summary>
    Sign,

    /// <summary>The smaller of two values.</summary>
    Min,

    /// <summary>The larger of two values.</summary>
    Max,

    /// <summary>A value to the power of another.</summary>
    Pow,
}
