using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a sum: each summand gets the whole derivative.</summary>
internal sealed class AddBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(AddOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each summand gets the whole delta";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        for (int i = 0; i < block.Values(operation.Output).Length; i++)
        {
            foreach (int input in operation.Inputs)
            {
                if (block.Delta(operation.Output, i) is { } delta)
                {
                    block.Add(input, i, $"+ {delta}");
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        string deltas = block.Deltas(operation.Output)!;
        string[] inputs = [.. operation.Inputs.Select(block.Deltas).OfType<string>()];
        block.OpenElements($"{deltas}.Length");
        foreach (string input in inputs)
        {
            block.Writer.Line($"{input}[i] += {deltas}[i];");
        }

        block.Writer.Close();
    }
}
