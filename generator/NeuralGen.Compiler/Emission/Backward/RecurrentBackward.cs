using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Recurrences;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of recurrent layers.</summary>
internal sealed class RecurrentBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(RecurrentOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => wantsParameters
        ? "from the last step to the first, the delta of a step goes through its gates to the step before; the derivative of each weight is the sum, over all steps, of its gate's delta times the hidden state before the step"
        : "from the last step to the first, the delta of a step goes through its gates to the step before";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation) =>
        throw new NotSupportedException("Recurrent layers are written as loops.");

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        RecurrentOperation layer = (RecurrentOperation)operation;
        RecurrentGradientWriter writer = layer.Cell switch
        {
            RecurrentCell.Lstm => new LstmGradientWriter(block, layer),
            RecurrentCell.Gru when layer.IsResetAfter => new GruGradientWriter(block, layer),
            RecurrentCell.Gru => new ResetBeforeGradientWriter(block, layer),
            _ => new RnnGradientWriter(block, layer),
        };
        writer.Write();
    }
}
