using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of zeros and ones: whole numbers have no derivative.</summary>
internal sealed class OneHotBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(OneHotOperation);

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
