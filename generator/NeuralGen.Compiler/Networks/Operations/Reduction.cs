namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>What is made of several values.</summary>
internal enum Reduction
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>Their product.</summary>
    Product,

    /// <summary>The sum of their magnitudes.</summary>
    L1,

    /// <summary>The root of the sum of their squares.</summary>
    L2,

    /// <summary>The sum of their squares.</summary>
    SumOfSquares,

    /// <summary>The logarithm of their sum.</summary>
    LogSum,

    /// <summary>The logarithm of the sum of their exponentials.</summary>
    LogSumExp,
}
