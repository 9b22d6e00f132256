using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes what is made of several values.</summary>
internal sealed class ReduceEmitter : OperationEmitter
{
    private const int FactorsPerLine = 4;

    /// <inheritdoc/>
    public override Type OperationType => typeof(ReduceOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        ReduceOperation reduce = (ReduceOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                outputs[i] = block.DeclareElement(reduce.Output, i);
                Unrolled(block, reduce, outputs[i]!, [.. reduce.Sources(i).Select(source => inputs[0][source]!)]);
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ReduceOperation reduce = (ReduceOperation)step.Operation;
        SourceWriter writer = block.Writer;
        block.ForEach("i", block.Output);
        string value = $"{block.Input}[{At(reduce, "i", "j")}]";
        void Each(string first, string statement)
        {
            writer.Line($"{block.Type} {first};");
            writer.Open($"for (int j = 0; j < {Literal.Integer(reduce.Count)}; j++)");
            writer.Line(statement);
            writer.Close();
            writer.Line();
        }

        string zero = block.Arithmetic.Literal(0);
        string first = $"{block.Input}[{(reduce.Outputs.At("i") is var start && start.Length > 0 ? start : "0")}]";
        switch (reduce.Reduction)
        {
            case Reduction.Max or Reduction.Min or Reduction.LogSumExp:
                bool isMin = reduce.Reduction == Reduction.Min;
                string most = isMin ? "min" : "max";
                Each($"{most} = {first}", $"{most} = {(isMin ? block.Arithmetic.Min("min", value) : block.Arithmetic.Max("max", value))};");
                if (reduce.Reduction != Reduction.LogSumExp)
                {
                    writer.Line($"{block.Output}[i] = {most};");
                    break;
                }

                writer.Line($"{block.Type} shift = {Shift(block.Type, "max", zero)};");
                Each($"sum = {zero}", $"sum += {block.Arithmetic.Exp($"{value} - shift")};");
                writer.Line($"{block.Output}[i] = shift + {block.Arithmetic.Log("sum")};");
                break;
            case Reduction.Product:
                Each($"product = {block.Arithmetic.Literal(1)}", $"product *= {value};");
                writer.Line($"{block.Output}[i] = product;");
                break;
            default:
                Each($"sum = {zero}", $"sum += {Term(reduce, value, block.Arithmetic)};");
                writer.Line($"{block.Output}[i] = {Result(reduce, "sum", block.Arithmetic)};");
                break;
        }

        writer.Close();
    }

    /// <summary>The C# of where a value lies.</summary>
    /// <param name="reduce">The operation.</param>
    /// <param name="output">The variable that counts outputs.</param>
    /// <param name="value">The variable that counts the values of one.</param>
    public static string At(ReduceOperation reduce, string output, string value)
    {
        (string first, string behind) = (reduce.Outputs.At(output), reduce.Values.At(value));
        return first == "0" ? behind : behind == "0" ? first : $"{first} + {behind}";
    }

    /// <summary>What is taken off before exponentials: the largest value, unless that is infinite.</summary>
    private static string Shift(string type, string max, string zero) => $"{type}.IsInfinity({max}) ? {zero} : {max}";

    private static string Term(ReduceOperation reduce, string value, Arithmetic arithmetic) => reduce.Reduction switch
    {
        Reduction.L1 => arithmetic.Abs(value),
        Reduction.L2 or Reduction.SumOfSquares => $"{value} * {value}",
        _ => value,
    };

    private static string Result(ReduceOperation reduce, string sum, Arithmetic arithmetic) => reduce.Reduction switch
    {
        Reduction.Mean when reduce.Count > 1 => $"{sum} / {arithmetic.Literal(reduce.Count)}",
        Reduction.L2 => arithmetic.Sqrt(sum),
        Reduction.LogSum => arithmetic.Log(sum),
        _ => sum,
    };

    private static void Unrolled(UnrolledBlock block, ReduceOperation reduce, string name, string[] values)
    {
        Arithmetic arithmetic = block.Arithmetic;
        switch (reduce.Reduction)
        {
            case Reduction.Max or Reduction.Min:
                block.Local(name, values[0]);
                foreach (string value in values.Skip(1))
                {
                    block.Writer.Line($"{name} = {(reduce.Reduction == Reduction.Min ? arithmetic.Min(name, value) : arithmetic.Max(name, value))};");
                }

                break;
            case Reduction.LogSumExp:
                string max = block.Declare($"{name}_max");
                Unrolled(block, reduce with { Reduction = Reduction.Max }, max, values);
                string shift = block.Declare($"{name}_shift");
                block.Local(shift, Shift(arithmetic.Type, max, arithmetic.Literal(0)));
                string powers = block.Declare($"{name}_sum");
                block.Sum(powers, [.. values.Select((value, i) => $"{(i == 0 ? "" : "+ ")}{arithmetic.Exp($"{value} - {shift}")}")]);
                block.Local(name, $"{shift} + {arithmetic.Log(powers)}");
                break;
            case Reduction.Product:
                block.Local(name, string.Join(" * ", values.Take(FactorsPerLine)));
                for (int i = FactorsPerLine; i < values.Length; i += FactorsPerLine)
                {
                    block.Writer.Line($"{name} = {name} * {string.Join(" * ", values.Skip(i).Take(FactorsPerLine))};");
                }

                break;
            default:
                bool isSum = reduce.Reduction is Reduction.Sum or Reduction.L1 or Reduction.SumOfSquares;
                string sum = isSum ? name : block.Declare($"{name}_sum");
                block.Sum(sum, [.. values.Select((value, i) => $"{(i == 0 ? "" : "+ ")}{Term(reduce, value, arithmetic)}")]);
                if (!isSum)
                {
                    block.Local(name, Result(reduce, sum, arithmetic));
                }

                break;
        }
    }
}
