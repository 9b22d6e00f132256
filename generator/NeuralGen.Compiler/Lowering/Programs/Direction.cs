namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Which passes the code of a program makes.</summary>
internal enum Direction
{
    /// <summary>The forward pass alone: prediction.</summary>
    Forward,

    /// <summary>The forward pass and the backward pass: losses and derivatives.</summary>
    Backward,
}
