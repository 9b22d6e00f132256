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

    /// <summary>The tangent.</summary>
    Tan,

    /// <summary>The angle from -π/2 to π/2 whose sine a value is.</summary>
    Asin,

    /// <summary>The angle from 0 to π whose cosine a value is.</summary>
    Acos,

    /// <summary>The angle from -π/2 to π/2 whose tangent a value is.</summary>
    Atan,

    /// <summary>The hyperbolic sine.</summary>
    Sinh,

    /// <summary>The hyperbolic cosine.</summary>
    Cosh,

    /// <summary>The number whose hyperbolic sine a value is.</summary>
    Asinh,

    /// <summary>The number from 0 up whose hyperbolic cosine a value is.</summary>
    Acosh,

    /// <summary>The number whose hyperbolic tangent a value is.</summary>
    Atanh,

    /// <summary>The next whole number below.</summary>
    Floor,

    /// <summary>The next whole number above.</summary>
    Ceil,

    /// <summary>The nearest whole number; of two the even one.</summary>
    Round,

    /// <summary>The value without what stands behind the point.</summary>
    Truncate,

    /// <summary>1, 0 or -1.</summary>
    Sign,

    /// <summary>The smaller of two values.</summary>
    Min,

    /// <summary>The larger of two values.</summary>
    Max,

    /// <summary>A value to the power of another.</summary>
    Pow,

    /// <summary>The remainder with the sign of the divisor.</summary>
    Mod,

    /// <summary>Whether a value is no number.</summary>
    IsNan,

    /// <summary>Whether a value is infinite.</summary>
    IsInfinite,
}
