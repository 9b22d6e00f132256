using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of values that only change their places: the deltas go back to where they came from.</summary>
internal sealed class MoveBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(MoveOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "the deltas go back to where the values came from";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        MoveOperation move = (MoveOperation)operation;
        (int Input, int Index)[] table = move.Map.Table();
        for (int i = 0; i < table.Length; i++)
        {
            if (table[i].Input >= 0 && block.Delta(move.Output, i) is { } delta)
            {
                block.Add(move.Inputs[table[i].Input], table[i].Index, $"+ {delta}");
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        MoveOperation move = (MoveOperation)operation;
        string?[] targets = [.. move.Inputs.Select(block.Deltas)];
        if (targets.All(target => target is null))
        {
            return;
        }

        List<(string, string, int)> spans = [("delta", block.Deltas(move.Output)!, block.Size(move.Output))];
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] is { } target)
            {
                spans.Add(($"inputDelta{Literal.Integer(i)}", target, block.Size(move.Inputs[i])));
            }
        }

        block.OpenSamples([.. spans]);
        if (IndexTable.Of(move.Map) is { } table)
        {
            if (targets[table.Input] is not null)
            {
                new TableLoop(block.Writer, table, block.Positions(move.Layer, table)).WriteBackward($"inputDelta{Literal.Integer(table.Input)}", "delta");
            }

            block.Writer.Close();
            return;
        }

        BoxLoops loops = new(block.Writer, move.Map);
        foreach (IndexBox box in move.Map.Boxes.Where(box => targets[box.Input] is not null))
        {
            loops.Write(box, null, (target, source) => $"inputDelta{Literal.Integer(box.Input)}[{source}] += delta[{target}];");
        }

        block.Writer.Close();
    }
}
