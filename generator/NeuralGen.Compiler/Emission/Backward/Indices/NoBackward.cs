using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward.Indices;

/// <summary>The backward pass of operations that turn whole numbers into numbers: nothing goes back, since whole numbers have no derivative.</summary>
/// <param name="operationType">The operations.</param>
internal sealed class NoBackward(Type operationType) : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => operationType;

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "whole numbers have no derivative";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
    }
}
