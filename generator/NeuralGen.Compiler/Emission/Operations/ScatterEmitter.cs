using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes a tensor in which updates replace values, or are added to them.</summary>
internal sealed class ScatterEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ScatterOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("What an index in the data says is not known before.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ScatterOperation scatter = (ScatterOperation)step.Operation;
        block.Writer.Line($"{block.Inputs[0]}.CopyTo({block.Output});");
        OpenUpdates(block.Writer, scatter, block.Inputs[1]);
        block.Writer.Line($"{block.Output}[target] {(scatter.Adds ? "+=" : "=")} {block.Inputs[2]}[i];");
        block.Writer.Close();
    }

    /// <summary>Opens a loop over the updates, in which <c>target</c> is where update <c>i</c> goes.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="scatter">The operation.</param>
    /// <param name="indices">The span of indices.</param>
    /// <param name="isReversed">Whether the last update comes first.</param>
    public static void OpenUpdates(SourceWriter writer, ScatterOperation scatter, string indices, bool isReversed = false)
    {
        writer.Open(isReversed ? $"for (int i = {Literal.Integer(scatter.Updates.Size - 1)}; i >= 0; i--)" : $"for (int i = 0; i < {Literal.Integer(scatter.Updates.Size)}; i++)");
        writer.Line($"int index = global::NeuralGen.ElementIndex.OfSigned({indices}[i], {Literal.Integer(scatter.Data[scatter.Axis])}, i, {Literal.String(scatter.IndexName)});");
        writer.Line($"int target = {Position(scatter)} + index * {Literal.Integer(scatter.Step)};");
    }

    /// <summary>Where an update goes if its index is 0.</summary>
    private static string Position(ScatterOperation scatter)
    {
        List<string> terms = [];
        int[] updates = Networks.IndexMaps.IndexMap.StepsOf(scatter.Updates);
        int[] data = Networks.IndexMaps.IndexMap.StepsOf(scatter.Data);
        for (int axis = 0; axis < updates.Length; axis++)
        {
            if (axis == scatter.Axis || scatter.Updates[axis] == 1)
            {
                continue;
            }

            string outer = updates[axis] == 1 ? "i" : $"i / {Literal.Integer(updates[axis])}";
            string position = axis == 0 ? outer : $"{outer} % {Literal.Integer(scatter.Updates[axis])}";
            terms.Add(data[axis] == 1 ? position : $"{position} * {Literal.Integer(data[axis])}");
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }
}
