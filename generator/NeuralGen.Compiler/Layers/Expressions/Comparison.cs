namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>The relations that <c>compare</c> knows.</summary>
internal enum Comparison
{
    /// <summary>Both are the same.</summary>
    Equal,

    /// <summary>They are not the same.</summary>
    NotEqual,

    /// <summary>The first is less.</summary>
    Less,

    /// <summary>The first is less, or the same.</summary>
    LessOrEqual,

    /// <summary>The first is more.</summary>
    Greater,

    /// <summary>The first is more, or the same.</summary>
    GreaterOrEqual,
}
