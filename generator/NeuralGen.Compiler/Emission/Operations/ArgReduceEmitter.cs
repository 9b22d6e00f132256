using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the position of the largest or the smallest value along an axis.</summary>
internal sealed class ArgReduceEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ArgReduceOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        ArgReduceOperation reduce = (ArgReduceOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int row = 0; row < needed.Length; row++)
        {
            if (!needed[row])
            {
                continue;
            }

            int start = reduce.Rows.Start(row, reduce.Rows.Length);
            outputs[row] = block.DeclareElement(reduce.Output, row);
            string best = block.Declare(outputs[row] + "_best");
            block.Writer.Line($"long {outputs[row]} = 0L;");
            block.Local(best, inputs[0][start]!);
            for (int i = 1; i < reduce.Rows.Length; i++)
            {
                string value = inputs[0][start + (i * reduce.Rows.Inner)]!;
                block.Writer.Open($"if ({IsBetter(reduce, value, best, block.Arithmetic.Type)})");
                block.Writer.Line($"{outputs[row]} = {Literal.Integer(i)}L;");
                block.Writer.Line($"{best} = {value};");
                block.Writer.Close();
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ArgReduceOperation reduce = (ArgReduceOperation)step.Operation;
        SourceWriter writer = block.Writer;
        (string length, string inner) = (Literal.Integer(reduce.Rows.Length), Literal.Integer(reduce.Rows.Inner));
        writer.Open($"for (int row = 0; row < {block.Output}.Length; row++)");
        writer.Line($"int start = {RowStart.Of(reduce.Rows, "row")};");
        writer.Line("int best = 0;");
        writer.Line($"{block.Type} bestValue = {block.Input}[start];");
        writer.Open($"for (int i = 1; i < {length}; i++)");
        writer.Line($"{block.Type} value = {block.Input}[start + i{(reduce.Rows.Inner == 1 ? "" : $" * {inner}")}];");
        writer.Open($"if ({IsBetter(reduce, "value", "bestValue", block.Type)})");
        writer.Line("best = i;");
        writer.Line("bestValue = value;");
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Line($"{block.Output}[row] = best;");
        writer.Close();
    }

    /// <summary>Whether a value takes the place of the best so far; NaN does, and keeps it.</summary>
    private static string IsBetter(ArgReduceOperation reduce, string value, string best, string type) => reduce.IsLast
        ? $"{value} {reduce.Comparison} {best} || {type}.IsNaN({value})"
        : $"{value} {reduce.Comparison} {best} || ({type}.IsNaN({value}) && !{type}.IsNaN({best}))";
}
