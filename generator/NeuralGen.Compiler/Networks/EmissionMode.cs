namespace NeuralGen.Compiler.Networks;

/// <summary>Which shape of code the declaration asks for.</summary>
internal enum EmissionMode
{
    /// <summary>The shape is chosen by size.</summary>
    Auto,

    /// <summary>A statement per node, whatever the size.</summary>
    Unrolled,

    /// <summary>Loops or vector code, whatever the size.</summary>
    Vectorized,
}
