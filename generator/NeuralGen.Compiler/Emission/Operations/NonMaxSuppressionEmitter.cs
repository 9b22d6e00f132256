using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes calls that choose boxes.</summary>
internal sealed class NonMaxSuppressionEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(NonMaxSuppressionOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("Which boxes are chosen is not known before.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        NonMaxSuppressionOperation boxes = (NonMaxSuppressionOperation)step.Operation;
        string Number(double value) => Literal.Number(value, Precision.Double);
        block.Writer.Line(
            $"global::NeuralGen.NonMaxSuppression.Select({block.Inputs[0]}, {block.Inputs[1]}, {block.Output}, classes: {Literal.Integer(boxes.Classes)}, count: {Literal.Integer(boxes.Boxes)}, "
            + $"most: {Literal.Integer(boxes.Most)}, overlap: {Number(boxes.Overlap)}, least: {Number(boxes.LeastScore)}, areCentered: {Literal.Flag(boxes.AreCentered)});");
    }
}
