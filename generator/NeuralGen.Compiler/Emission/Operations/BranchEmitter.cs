using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the choice of one of two tensors; whoever calls it has computed that one alone.</summary>
internal sealed class BranchEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(BranchOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("Which side is computed is not known before.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        block.Writer.Open($"if ({block.Inputs[0]}[0])");
        block.Writer.Line($"{block.Inputs[1]}.CopyTo({block.Output});");
        block.Writer.Close();
        block.Writer.Open("else");
        block.Writer.Line($"{block.Inputs[2]}.CopyTo({block.Output});");
        block.Writer.Close();
    }
}
