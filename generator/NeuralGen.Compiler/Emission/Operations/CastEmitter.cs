using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes elements as elements of another type.</summary>
internal sealed class CastEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(CastOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        CastOperation cast = (CastOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                outputs[i] = block.DeclareElement(cast.Output, i);
                block.Writer.Line($"{block.Arithmetic.TypeOf(cast.To)} {outputs[i]} = {Value(cast, inputs[0][i]!, block.Arithmetic)};");
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        block.ForEach("i", block.Output);
        block.Writer.Line($"{block.Output}[i] = {Value((CastOperation)step.Operation, $"{block.Input}[i]", block.Arithmetic)};");
        block.Writer.Close();
    }

    private static string Value(CastOperation cast, string value, Arithmetic arithmetic)
    {
        string type = arithmetic.TypeOf(cast.To);
        return cast.From == ElementType.Bool && cast.To != ElementType.Bool ? $"({type})({value} ? 1 : 0)"
            : cast.To == ElementType.Bool ? cast.From == ElementType.Bool ? value : $"{value} != 0"

            // By way of long, which every number is cut to alike; the rest wraps.
            : cast.To.IsInteger() ? cast.To == ElementType.Long ? $"(long){value}" : $"unchecked(({type})(long){value})"
            : $"({type}){value}";
    }
}
