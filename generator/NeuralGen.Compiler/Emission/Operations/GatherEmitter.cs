using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes rows that are looked up by indices in the data.</summary>
internal sealed class GatherEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(GatherOperation);

    /// <summary>A checked index.</summary>
    /// <param name="gather">The operation.</param>
    /// <param name="indices">The span of indices.</param>
    /// <param name="position">The index's position.</param>
    public static string Index(GatherOperation gather, string indices, string position) =>
        $"global::NeuralGen.ElementIndex.{(gather.CountsFromEnd ? "OfSigned" : "Of")}({indices}[{position}], {Literal.Integer(gather.Rows.Length)}, {position}, {Literal.String(gather.IndexName)})";

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("What an index in the data says is not known before.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        GatherOperation gather = (GatherOperation)step.Operation;
        SourceWriter writer = block.Writer;
        string source = block.Inputs[0];
        if (gather.Table is { } table)
        {
            source = "table";
            block.Data(source, table);
        }

        (string indices, string inner) = (block.Inputs[gather.IndexInput], Literal.Integer(gather.Rows.Inner));
        writer.Open($"for (int i = 0; i < {indices}.Length; i++)");
        writer.Line($"int row = {Index(gather, indices, "i")};");
        if (gather.Rows.Outer == 1)
        {
            writer.Line(gather.Rows.Inner == 1
                ? $"{block.Output}[i] = {source}[row];"
                : $"{source}.Slice(row * {inner}, {inner}).CopyTo({block.Output}.Slice(i * {inner}));");
        }
        else
        {
            (string from, string to) = (Literal.Integer(gather.Rows.Length * gather.Rows.Inner), Literal.Integer(gather.Indices * gather.Rows.Inner));
            writer.Open($"for (int j = 0; j < {Literal.Integer(gather.Rows.Outer)}; j++)");
            writer.Line($"{source}.Slice(j * {from} + row * {inner}, {inner}).CopyTo({block.Output}.Slice(j * {to} + i * {inner}));");
            writer.Close();
        }

        writer.Close();
    }
}
