using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Fusion;
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
        block = new StepFormulas(block, step).OfOperation;
        if (reduce.Reduction != Reduction.LogSumExp && ReduceAxes.Of(reduce, step.Prologue) is { } axes)
        {
            new ReduceLoops(block, reduce, step.Prologue, axes).Write();
            return;
        }

        SourceWriter writer = block.Writer;
        ReductionText text = new(reduce, block.Arithmetic);
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

        if (reduce.Reduction == Reduction.LogSumExp)
        {
            string zero = block.Arithmetic.Literal(0);
            Each($"max = {block.Arithmetic.Literal(double.NegativeInfinity)}", $"max = {block.Arithmetic.Max("max", value)};");
            writer.Line($"{block.Type} shift = {Shift(block.Type, "max", zero)};");
            Each($"sum = {zero}", $"sum += {block.Arithmetic.Exp($"{value} - shift")};");
            writer.Line($"{block.Output}[i] = shift + {block.Arithmetic.Log("sum")};");
        }
        else
        {
            Each($"{text.Accumulator} = {text.Start(block.Arithmetic)}", text.Update(text.Accumulator, text.Term(value)));
            writer.Line($"{block.Output}[i] = {text.Result(text.Accumulator)};");
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
        first = reduce.First == 0 ? first : first == "0" ? Literal.Integer(reduce.First) : $"{Literal.Integer(reduce.First)} + {first}";
        return first == "0" ? behind : behind == "0" ? first : $"{first} + {behind}";
    }

    /// <summary>What is taken off before exponentials: the largest value, unless that is infinite.</summary>
    private static string Shift(string type, string max, string zero) => $"{type}.IsInfinity({max}) ? {zero} : {max}";

    private static void Unrolled(UnrolledBlock block, ReduceOperation reduce, string name, string[] values)
    {
        Arithmetic arithmetic = block.Arithmetic;
        ReductionText text = new(reduce, arithmetic);
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
                block.Sum(sum, [.. values.Select((value, i) => $"{(i == 0 ? "" : "+ ")}{text.Term(value)}")]);
                if (!isSum)
                {
                    block.Local(name, text.Result(sum));
                }

                break;
        }
    }
}
