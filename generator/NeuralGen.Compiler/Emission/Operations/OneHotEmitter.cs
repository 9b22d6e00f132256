using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes zeros with a one where an index says.</summary>
internal sealed class OneHotEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(OneHotOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        OneHotOperation hot = (OneHotOperation)step.Operation;
        (string one, string zero) = (block.Arithmetic.Literal(1), block.Arithmetic.Literal(0));
        string?[] outputs = new string?[needed.Length];
        for (int row = 0; row < hot.Rows.Count; row++)
        {
            for (int i = 0; i < hot.Rows.Length; i++)
            {
                int output = hot.Rows.Start(row, hot.Rows.Length) + (i * hot.Rows.Inner);
                if (needed[output])
                {
                    outputs[output] = block.DeclareElement(hot.Output, output);
                    string index = inputs[0][row]!;
                    block.Local(outputs[output]!, $"{index} == {Literal.Integer(i)} || {index} == {Literal.Integer(i - hot.Rows.Length)} ? {one} : {zero}");
                }
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        OneHotOperation hot = (OneHotOperation)step.Operation;
        SourceWriter writer = block.Writer;
        (string length, string inner) = (Literal.Integer(hot.Rows.Length), Literal.Integer(hot.Rows.Inner));
        writer.Line($"{block.Output}.Clear();");
        block.ForEach("i", block.Input);
        writer.Line($"long index = {block.Input}[i] < 0 ? {block.Input}[i] + {length} : {block.Input}[i];");
        writer.Open($"if (index >= 0 && index < {length})");
        string start = RowStart.Of(hot.Rows, "i");
        writer.Line($"{block.Output}[{start} + (int)index{(hot.Rows.Inner == 1 ? "" : $" * {inner}")}] = {block.Arithmetic.Literal(1)};");
        writer.Close();
        writer.Close();
    }
}
