using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes calls of the class that repeats a network.</summary>
internal sealed class RepeatEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(RepeatOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("What is repeated is not written out.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step) =>
        block.Writer.Line($"{block.Body((RepeatOperation)step.Operation)}.{RepeatedBody.Method}({string.Join(", ", block.Inputs.Append(block.Output))});");
}
