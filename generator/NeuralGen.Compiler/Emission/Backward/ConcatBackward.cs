using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a concatenation: each part gets its part of the derivatives.</summary>
internal sealed class ConcatBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ConcatOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each layer gets its part of the deltas";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        int offset = 0;
        foreach (int input in operation.Inputs)
        {
            for (int i = 0; i < block.Values(input).Length; i++)
            {
                if (block.Delta(operation.Output, offset + i) is { } delta)
                {
                    block.Add(input, i, $"+ {delta}");
                }
            }

            offset += block.Values(input).Length;
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        string deltas = block.Deltas(operation.Output)!;
        string whole = Literal.Integer(block.Size(operation.Output));
        string[] targets = [.. operation.Inputs.Select(input => block.Deltas(input) ?? "")];
        block.OpenSamples();
        int offset = 0;
        for (int k = 0; k < targets.Length; k++)
        {
            int size = block.Size(operation.Inputs[k]);
            if (targets[k].Length > 0)
            {
                block.OpenElements(Literal.Integer(size));
                block.Writer.Line($"{targets[k]}[sample * {Literal.Integer(size)} + i] += {deltas}[sample * {whole} + {Literal.Integer(offset)} + i];");
                block.Writer.Close();
            }

            offset += size;
        }

        block.Writer.Close();
    }
}
