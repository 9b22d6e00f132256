using NeuralGen.Generator.Lowering;

namespace NeuralGen.Generator.Emission;

/// <summary>Writes the code of one kind of operation.</summary>
internal abstract class OperationEmitter
{
    /// <summary>The operations that it writes.</summary>
    public abstract Type OperationType { get; }

    /// <summary>Writes a statement per node and gives the operands that hold the outputs.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The step.</param>
    /// <param name="inputs">Per input, the operands that hold its elements.</param>
    /// <param name="needed">Which outputs matter; the others stay null.</param>
    public abstract string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed);

    /// <summary>Writes loops.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The step.</param>
    public abstract void Loops(LoopBlock block, Step step);
}
