using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes softmax along an axis.</summary>
internal sealed class SoftmaxEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(SoftmaxOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        SoftmaxOperation softmax = (SoftmaxOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        foreach (int[] row in softmax.Rows().Where(row => row.Any(i => needed[i])))
        {
            string?[] results = ActivationEmitter.Softmax(
                block, softmax.Function, [.. row.Select(i => inputs[0][i]!)], [.. row.Select(i => needed[i])], i => block.DeclareElement(softmax.Output, row[i]));
            for (int i = 0; i < row.Length; i++)
            {
                outputs[row[i]] = results[i];
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        SoftmaxOperation softmax = (SoftmaxOperation)step.Operation;
        SourceWriter writer = block.Writer;
        block = new StepFormulas(block, step).WritePrologue();
        if (softmax.Inner == 1 && block.Arithmetic.Precision == Precision.Single
            && ActivationCall.Forward(softmax.Function, block.Input, block.Output, Literal.Integer(softmax.Outer), block.Arithmetic) is { } call)
        {
            writer.Line(call);
            return;
        }

        Arithmetic arithmetic = block.Arithmetic;
        (bool isLog, string sign) = (softmax.Function.IsLogarithm, softmax.Function.IsNegated ? "-" : "");
        (string length, string inner) = (Literal.Integer(softmax.Length), Literal.Integer(softmax.Inner));
        writer.Open($"for (int row = 0; row < {Literal.Integer(softmax.Outer * softmax.Inner)}; row++)");
        writer.Line($"int first = {RowStart.Of(new AxisRows(softmax.Outer, softmax.Length, softmax.Inner), "row")};");
        string at = softmax.Inner == 1 ? "first + i" : $"first + i * {inner}";
        string value = $"{sign}{block.Input}[{at}]";
        void Each(string statement)
        {
            writer.Open($"for (int i = 0; i < {length}; i++)");
            writer.Line(statement);
            writer.Close();
            writer.Line();
        }

        writer.Line($"{block.Type} max = {sign}{block.Input}[first];");
        Each($"max = {value} > max ? {value} : max;");
        writer.Line($"{block.Type} sum = {arithmetic.Literal(0)};");
        Each($"sum += {arithmetic.Exp($"{value} - max")};");
        if (isLog)
        {
            writer.Line($"{block.Type} logSum = {arithmetic.Log("sum")};");
        }

        writer.Open($"for (int i = 0; i < {length}; i++)");
        writer.Line($"{block.Output}[{at}] = {(isLog ? $"{value} - max - logSum" : $"{arithmetic.Exp($"{value} - max")} / sum")};");
        writer.Close();
        writer.Close();
    }
}
