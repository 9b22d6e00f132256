using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of elements of another type: deltas stay what they are where numbers become numbers.</summary>
internal sealed class CastBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(CastOperation);

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
