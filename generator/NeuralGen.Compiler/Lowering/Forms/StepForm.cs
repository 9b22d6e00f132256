namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>The form of one step's code, where steps have methods of their own.</summary>
internal enum StepForm
{
    /// <summary>A statement per node.</summary>
    Nodes,

    /// <summary>Loops over constant data.</summary>
    Loops,
}
