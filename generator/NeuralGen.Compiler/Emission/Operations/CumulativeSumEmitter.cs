using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the sum of each value along an axis and those before it.</summary>
internal sealed class CumulativeSumEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(CumulativeSumOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        CumulativeSumOperation sums = (CumulativeSumOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int row = 0; row < sums.Rows.Count; row++)
        {
            int[] positions = [.. sums.Positions(row)];
            int count = Array.FindLastIndex(positions, position => needed[position]) + 1;
            string sum = block.Arithmetic.Literal(0);
            for (int i = 0; i < count; i++)
            {
                int position = positions[i];
                if (sums.IsExclusive)
                {
                    outputs[position] = sum;
                    if (i + 1 == count)
                    {
                        break;
                    }
                }

                int named = sums.IsExclusive ? positions[i + 1] : position;
                string next = i == 0 ? inputs[0][position]! : block.DeclareElement(sums.Output, named);
                if (i > 0)
                {
                    block.Local(next, $"{sum} + {inputs[0][position]}");
                }

                sum = next;
                outputs[position] = sums.IsExclusive ? outputs[position] : sum;
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step) =>
        Write(block.Writer, (CumulativeSumOperation)step.Operation, block.Type, block.Input, block.Output, block.Arithmetic.Literal(0), isBackward: false);

    /// <summary>Writes the loops; the deltas are added up the other way round.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="sums">The operation.</param>
    /// <param name="type">The type of number.</param>
    /// <param name="source">The span that is added up.</param>
    /// <param name="target">The span that receives the sums.</param>
    /// <param name="zero">Zero.</param>
    /// <param name="isBackward">Whether it is the backward pass, which adds to what is there.</param>
    public static void Write(SourceWriter writer, CumulativeSumOperation sums, string type, string source, string target, string zero, bool isBackward)
    {
        (string length, string inner) = (Literal.Integer(sums.Rows.Length), Literal.Integer(sums.Rows.Inner));
        writer.Open($"for (int row = 0; row < {Literal.Integer(sums.Rows.Count)}; row++)");
        writer.Line($"int start = {RowStart.Of(sums.Rows, "row")};");
        writer.Line($"{type} sum = {zero};");
        writer.Open(sums.IsReversed != isBackward ? $"for (int i = {Literal.Integer(sums.Rows.Length - 1)}; i >= 0; i--)" : $"for (int i = 0; i < {length}; i++)");
        string at = $"start + i{(sums.Rows.Inner == 1 ? "" : $" * {inner}")}";
        string store = $"{target}[{at}] {(isBackward ? "+=" : "=")} sum;";
        if (sums.IsExclusive)
        {
            writer.Line(store);
        }

        writer.Line($"sum += {source}[{at}];");
        if (!sums.IsExclusive)
        {
            writer.Line(store);
        }

        writer.Close();
        writer.Close();
    }
}
