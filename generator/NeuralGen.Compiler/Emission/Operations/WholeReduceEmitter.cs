using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes what is made of several whole numbers: computed with 64 bits, of which the type's own remain.</summary>
internal sealed class WholeReduceEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(WholeReduceOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        WholeReduceOperation operation = (WholeReduceOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                string[] values = [.. operation.Reduce.Sources(i).Select(source => inputs[0][source]!)];
                string sum = block.Declare($"{block.ElementName(operation.Output, i)}_sum");
                block.Writer.Line($"{Wide(operation)} {sum} = {First(operation, values[0])};");
                foreach (string value in values.Skip(1))
                {
                    block.Writer.Line($"{sum} = {Joined(operation, sum, value)};");
                }

                outputs[i] = block.DeclareElement(operation.Output, i);
                block.Writer.Line($"{ElementTypes.Name(operation.Type)} {outputs[i]} = {Result(operation, sum)};");
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        WholeReduceOperation operation = (WholeReduceOperation)step.Operation;
        SourceWriter writer = block.Writer;
        block.ForEach("i", block.Output);
        string start = operation.Reduce.Outputs.At("i");
        writer.Line($"{Wide(operation)} sum = {First(operation, $"{block.Input}[{(start.Length > 0 ? start : "0")}]")};");
        writer.Open($"for (int j = 1; j < {Literal.Integer(operation.Reduce.Count)}; j++)");
        writer.Line($"sum = {Joined(operation, "sum", $"{block.Input}[{ReduceEmitter.At(operation.Reduce, "i", "j")}]")};");
        writer.Close();
        writer.Line();
        writer.Line($"{block.Output}[i] = {Result(operation, "sum")};");
        writer.Close();
    }

    private static string Wide(WholeReduceOperation operation) => operation.Type == ElementType.Bool ? "bool" : "long";

    private static string First(WholeReduceOperation operation, string value) => operation.Reduce.Reduction switch
    {
        Reduction.L1 => Magnitude(value),
        Reduction.SumOfSquares => $"unchecked((long){value} * {value})",
        _ => value,
    };

    private static string Joined(WholeReduceOperation operation, string sum, string value) => operation.Reduce.Reduction switch
    {
        Reduction.Min => operation.Type == ElementType.Bool ? $"{sum} & {value}" : $"global::System.Math.Min({sum}, {value})",
        Reduction.Max => operation.Type == ElementType.Bool ? $"{sum} | {value}" : $"global::System.Math.Max({sum}, {value})",
        Reduction.Product => $"unchecked({sum} * {value})",
        Reduction.L1 => $"unchecked({sum} + {Magnitude(value)})",
        Reduction.SumOfSquares => $"unchecked({sum} + (long){value} * {value})",
        _ => $"unchecked({sum} + {value})",
    };

    private static string Result(WholeReduceOperation operation, string sum)
    {
        string result = operation.Reduce.Reduction == Reduction.Mean ? $"({sum} / {Literal.Integer(operation.Reduce.Count)})" : sum;
        return operation.Type is ElementType.Bool or ElementType.Long ? result : $"unchecked(({ElementTypes.Name(operation.Type)}){result})";
    }

    private static string Magnitude(string value) => $"global::NeuralGen.NeuralMath.Magnitude({value})";
}
