using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes values that are known: variables that never change, or a copy of static data.</summary>
internal sealed class ConstantEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ConstantOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        ConstantOperation constant = (ConstantOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                outputs[i] = block.DeclareElement(constant.Output, i);
                string value = constant.Floats is { } floats ? block.Arithmetic.Literal(floats[i]) : Literal.Element(constant.Wholes[i], constant.Type, block.Arithmetic.Precision);
                block.Writer.Line($"{block.Arithmetic.TypeOf(constant.Type)} {outputs[i]} = {value};");
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step) => block.Writer.Line($"{block.Constant((ConstantOperation)step.Operation)}.CopyTo({block.Output});");
}
