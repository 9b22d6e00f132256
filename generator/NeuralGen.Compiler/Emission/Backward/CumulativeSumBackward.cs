using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of sums along an axis: each delta reaches all values that its sum had.</summary>
internal sealed class CumulativeSumBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(CumulativeSumOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each delta reaches all values that its sum had, so that deltas are added up from the other end";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        CumulativeSumOperation sums = (CumulativeSumOperation)operation;
        for (int row = 0; row < sums.Rows.Count; row++)
        {
            int[] positions = [.. sums.Positions(row)];
            for (int i = 0; i < positions.Length; i++)
            {
                for (int j = sums.IsExclusive ? i + 1 : i; j < positions.Length; j++)
                {
                    if (block.Delta(sums.Output, positions[j]) is { } delta)
                    {
                        block.Add(sums.Inputs[0], positions[i], $"+ {delta}");
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        CumulativeSumOperation sums = (CumulativeSumOperation)operation;
        if (block.Deltas(sums.Inputs[0]) is not { } target)
        {
            return;
        }

        int size = block.Size(sums.Output);
        block.OpenSamples(("delta", block.Deltas(sums.Output)!, size), ("inputDelta", target, size));
        CumulativeSumEmitter.Write(block.Writer, sums, block.Type, "delta", "inputDelta", block.Arithmetic.Literal(0), isBackward: true);
        block.Writer.Close();
    }
}
