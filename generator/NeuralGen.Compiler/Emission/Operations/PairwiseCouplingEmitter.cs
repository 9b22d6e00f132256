using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes calls that find probabilities of classes from those of pairs.</summary>
internal sealed class PairwiseCouplingEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(PairwiseCouplingOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new InvalidOperationException("How many rounds the search takes is not known before.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step) => block.Writer.Line(
        $"global::NeuralGen.PairwiseCoupling.Compute({block.Input}, {block.Output}, classes: {Literal.Integer(((PairwiseCouplingOperation)step.Operation).Classes)});");
}
