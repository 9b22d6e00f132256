using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes layer normalisation, row by row: the mean, the variance around it, then each value.</summary>
internal sealed class LayerNormalizationEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(LayerNormalizationOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        LayerNormalizationOperation operation = (LayerNormalizationOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int start = 0; start < needed.Length; start += operation.Length)
        {
            if (Array.IndexOf(needed, true, start, operation.Length) >= 0)
            {
                Unrolled(block, operation, start, [.. inputs[0].Skip(start).Take(operation.Length).Select(value => value!)], needed, outputs);
            }
        }

        return outputs;
    }

    private static void Unrolled(UnrolledBlock block, LayerNormalizationOperation operation, int start, string[] values, bool[] needed, string?[] outputs)
    {
        Arithmetic arithmetic = block.Arithmetic;
        string count = arithmetic.Literal(values.Length);
        string sum = block.Declare("sum");
        block.Sum(sum, [.. values.Select((value, i) => i == 0 ? value : "+ " + value)]);
        string mean = block.Declare("mean");
        block.Local(mean, $"{sum} / {count}");
        string squares = block.Declare("squares");
        block.Sum(squares, [.. values.Select((value, i) => $"{(i == 0 ? "" : "+ ")}({value} - {mean}) * ({value} - {mean})")]);
        string deviation = block.Declare("deviation");
        block.Local(deviation, arithmetic.Sqrt($"{squares} / {count} + {arithmetic.Literal(operation.Epsilon)}"));
        for (int i = 0; i < values.Length; i++)
        {
            if (needed[start + i])
            {
                string output = block.DeclareElement(operation.Output, start + i);
                outputs[start + i] = output;
                string gamma = block.AreConstant && operation.Gamma[i] == 1 ? "" : $" * {block.Number(operation.Gamma, i)}";
                string beta = block.AreConstant && operation.Beta[i] == 0 ? "" : $" + {block.Number(operation.Beta, i)}";
                block.Local(output, $"({values[i]} - {mean}) / {deviation}{gamma}{beta}");
            }
        }
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        LayerNormalizationOperation operation = (LayerNormalizationOperation)step.Operation;
        SourceWriter writer = block.Writer;
        Arithmetic arithmetic = block.Arithmetic;
        string zero = arithmetic.Literal(0);
        block.Data("gamma", operation.Gamma);
        block.Data("beta", operation.Beta);
        bool hasRows = operation.Rows > 1;
        string length = hasRows ? Literal.Integer(operation.Length) : $"{block.Output}.Length";
        string at = hasRows ? "start + i" : "i";
        if (hasRows)
        {
            writer.Open($"for (int row = 0; row < {Literal.Integer(operation.Rows)}; row++)");
            writer.Line($"int start = row * {length};");
        }

        void Each(params string[] statements)
        {
            writer.Open($"for (int i = 0; i < {length}; i++)");
            foreach (string statement in statements)
            {
                writer.Line(statement);
            }

            writer.Close();
        }

        writer.Line($"{block.Type} sum = {zero};");
        Each($"sum += {block.Input}[{at}];");
        writer.Line();
        writer.Line($"{block.Type} mean = sum / {length};");
        writer.Line($"{block.Type} squares = {zero};");
        Each($"{block.Type} difference = {block.Input}[{at}] - mean;", "squares += difference * difference;");
        writer.Line();
        writer.Line($"{block.Type} deviation = {arithmetic.Sqrt($"squares / {length} + {arithmetic.Literal(operation.Epsilon)}")};");
        Each($"{block.Output}[{at}] = ({block.Input}[{at}] - mean) / deviation * gamma[i] + beta[i];");
        if (hasRows)
        {
            writer.Close();
        }
    }
}
