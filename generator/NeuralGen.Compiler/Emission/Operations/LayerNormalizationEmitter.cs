using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes layer normalisation: the mean, the variance around it, then each value.</summary>
internal sealed class LayerNormalizationEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(LayerNormalizationOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        LayerNormalizationOperation operation = (LayerNormalizationOperation)step.Operation;
        Arithmetic arithmetic = block.Arithmetic;
        string[] values = inputs[0]!;
        string count = arithmetic.Literal(values.Length);
        string sum = block.Declare("sum");
        block.Sum(sum, [.. values.Select((value, i) => i == 0 ? value : "+ " + value)]);
        string mean = block.Declare("mean");
        block.Local(mean, $"{sum} / {count}");
        string squares = block.Declare("squares");
        block.Sum(squares, [.. values.Select((value, i) => $"{(i == 0 ? "" : "+ ")}({value} - {mean}) * ({value} - {mean})")]);
        string deviation = block.Declare("deviation");
        block.Local(deviation, arithmetic.Sqrt($"{squares} / {count} + {arithmetic.Literal(operation.Epsilon)}"));
        string?[] outputs = new string?[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (needed[i])
            {
                outputs[i] = block.DeclareElement(operation.Output, i);
                string gamma = block.AreConstant && operation.Gamma[i] == 1 ? "" : $" * {block.Number(operation.Gamma, i)}";
                string beta = block.AreConstant && operation.Beta[i] == 0 ? "" : $" + {block.Number(operation.Beta, i)}";
                block.Local(outputs[i]!, $"({values[i]} - {mean}) / {deviation}{gamma}{beta}");
            }
        }

        return outputs;
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
        writer.Line($"{block.Type} sum = {zero};");
        block.ForEach("i", block.Output);
        writer.Line($"sum += {block.Input}[i];");
        writer.Close();
        writer.Line();
        writer.Line($"{block.Type} mean = sum / {block.Output}.Length;");
        writer.Line($"{block.Type} squares = {zero};");
        block.ForEach("i", block.Output);
        writer.Line($"{block.Type} difference = {block.Input}[i] - mean;");
        writer.Line("squares += difference * difference;");
        writer.Close();
        writer.Line();
        writer.Line($"{block.Type} deviation = {arithmetic.Sqrt($"squares / {block.Output}.Length + {arithmetic.Literal(operation.Epsilon)}")};");
        block.ForEach("i", block.Output);
        writer.Line($"{block.Output}[i] = ({block.Input}[i] - mean) / deviation * gamma[i] + beta[i];");
        writer.Close();
    }
}
