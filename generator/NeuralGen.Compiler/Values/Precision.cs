namespace NeuralGen.Compiler.Values;

/// <summary>The type of number that the generated code computes with.</summary>
internal enum Precision
{
    /// <summary><c>float</c>.</summary>
    Single,

    /// <summary><c>double</c>.</summary>
    Double,
}
