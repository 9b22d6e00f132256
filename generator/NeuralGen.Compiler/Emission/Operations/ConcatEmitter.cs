using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes tensors one behind the other; unrolled code needs no statement for that.</summary>
internal sealed class ConcatEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ConcatOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        [.. inputs.SelectMany(input => input)];

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ConcatOperation operation = (ConcatOperation)step.Operation;
        int offset = 0;
        for (int i = 0; i < operation.Sizes.Count; i++)
        {
            block.Writer.Line($"{block.Inputs[i]}.CopyTo({block.Output}.Slice({Literal.Integer(offset)}));");
            offset += operation.Sizes[i];
        }
    }
}
