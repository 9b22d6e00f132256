using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>
/// Writes the backward pass of one kind of operation: given the derivatives of the loss with respect to its output, those
/// with respect to its inputs and its parameters.
/// </summary>
internal abstract class OperationBackward
{
    /// <summary>The operations that it writes.</summary>
    public abstract Type OperationType { get; }

    /// <summary>What the backward pass does, for the comment above it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="wantsParameters">Whether the derivatives with respect to the parameters are wanted.</param>
    public abstract string Words(Operation operation, bool wantsParameters);

    /// <summary>Writes a statement per node.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="operation">The operation.</param>
    public abstract void Unrolled(BackwardBlock block, Operation operation);

    /// <summary>Writes loops over a number of samples.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="operation">The operation.</param>
    public abstract void Samples(SamplesBlock block, Operation operation);
}
