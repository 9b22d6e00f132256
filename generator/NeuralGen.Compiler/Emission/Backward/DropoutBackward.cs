using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of dropout: what was dropped has no derivative, and the rest is scaled as it was in the forward pass.</summary>
internal sealed class DropoutBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(DropoutOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "what was dropped has no delta, the rest is scaled as in the forward pass";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation) =>
        throw new NotSupportedException("Single samples have no dropout.");

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        DropoutOperation dropout = (DropoutOperation)operation;
        string deltas = block.Deltas(dropout.Output)!;
        if (block.Deltas(dropout.Inputs[0]) is not { } inputDeltas)
        {
            return;
        }

        block.Writer.Open("if (seed.HasValue)");
        block.Writer.Line($"{DropoutEmitter.Call(dropout, deltas, block)};");
        block.Writer.Close();
        if (inputDeltas != deltas)
        {
            block.Writer.Line();
            block.OpenElements($"{deltas}.Length");
            block.Writer.Line($"{inputDeltas}[i] += {deltas}[i];");
            block.Writer.Close();
        }
    }
}
