using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes dropout, which only batches of samples in training have.</summary>
internal sealed class DropoutEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(DropoutOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) => inputs[0];

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step) => block.Writer.Line($"{block.Input}.CopyTo({block.Output});");

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        DropoutOperation dropout = (DropoutOperation)step.Operation;
        string input = block.Values(dropout.Inputs[0]);
        string output = block.Values(dropout.Output);
        if (input != output)
        {
            block.Writer.Line($"{input}.CopyTo({output});");
        }

        block.Writer.Open("if (seed.HasValue)");
        block.Writer.Line($"{Call(dropout, output, block)};");
        block.Writer.Close();
    }

    /// <summary>The call that draws the values to keep, the same in the forward and in the backward pass.</summary>
    public static string Call(DropoutOperation dropout, string span, SamplesBlock block) =>
        $"global::NeuralGen.Dropout.Apply({span}, {Literal.Number(dropout.Rate, Precision.Double)}, seed.Value, {Literal.Integer(dropout.Output)}, first * {Literal.Integer(block.Size(dropout.Output))}L)";
}
