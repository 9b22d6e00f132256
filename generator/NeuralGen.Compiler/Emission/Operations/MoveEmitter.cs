using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes values that only change their places: where each is a variable, no code at all.</summary>
internal sealed class MoveEmitter : OperationEmitter
{
    private const int FewestForVectors = 32;

    /// <inheritdoc/>
    public override Type OperationType => typeof(MoveOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        MoveOperation move = (MoveOperation)step.Operation;
        (int Input, int Index)[] table = move.Map.Table();
        string fill = Fill(move, block.Arithmetic);
        return [.. table.Select((source, i) => !needed[i] ? null : source.Input < 0 ? fill : inputs[source.Input][source.Index])];
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        MoveOperation move = (MoveOperation)step.Operation;
        if (!move.Map.IsFull)
        {
            block.Writer.Line(move.FillValue == 0 ? $"{block.Output}.Clear();" : $"{block.Output}.Fill({Fill(move, block.Arithmetic)});");
        }

        if (IndexTable.Of(move.Map) is { } table)
        {
            new TableLoop(block.Writer, table, block.Positions(move.Layer, table)).WriteForward(block.Inputs[table.Input], block.Output);
            return;
        }

        BoxLoops loops = new(block.Writer, move.Map);
        foreach (IndexBox box in move.Map.Boxes)
        {
            string input = block.Inputs[box.Input];
            if (move.Elements == ElementType.Float && move.Map.Output.Size >= FewestForVectors && loops.Transposed(box) is { } matrix)
            {
                string sizes = $"{Literal.Integer(matrix.Rows)}, {Literal.Integer(matrix.Columns)}, {Literal.Integer(matrix.Matrices)}";
                block.Writer.Line($"global::NeuralGen.MatrixKernels.Transpose<{block.Type}>({input}, {block.Output}, {sizes});");
                return;
            }

            loops.Write(
                box,
                (target, source, count) => $"{input}.Slice({source}, {Literal.Integer(count)}).CopyTo({block.Output}.Slice({target}, {Literal.Integer(count)}));",
                (target, source) => $"{block.Output}[{target}] = {input}[{source}];");
        }
    }

    private static string Fill(MoveOperation move, Arithmetic arithmetic) =>
        move.Elements == ElementType.Float ? arithmetic.Literal(move.FillValue) : Literal.Element((long)move.FillValue, move.Elements, arithmetic.Precision);
}
