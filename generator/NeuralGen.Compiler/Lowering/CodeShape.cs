namespace NeuralGen.Compiler.Lowering;

/// <summary>How the code of an operation looks.</summary>
internal enum CodeShape
{
    /// <summary>A statement per node.</summary>
    Unrolled,

    /// <summary>Loops over constant data.</summary>
    Loops,
}
