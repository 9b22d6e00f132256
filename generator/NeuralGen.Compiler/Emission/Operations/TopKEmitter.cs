using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes calls that find the largest or smallest values along an axis.</summary>
internal sealed class TopKEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(TopKOperation);

    /// <summary>The arguments behind the spans.</summary>
    public static string Arguments(TopKOperation top) =>
        $"{Literal.Integer(top.Rows.Length)}, {Literal.Integer(top.Rows.Inner)}, {Literal.Integer(top.Count)}, {(top.IsLargest ? "true" : "false")}";

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("Which values are the largest is not known before.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        TopKOperation top = (TopKOperation)step.Operation;
        block.Writer.Line($"global::NeuralGen.TopK.{(top.AreIndices ? "Indices" : "Values")}({block.Input}, {block.Output}, {Arguments(top)});");
    }
}
