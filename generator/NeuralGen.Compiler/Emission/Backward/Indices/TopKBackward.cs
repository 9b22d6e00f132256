using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward.Indices;

/// <summary>The backward pass of the largest or smallest values: each delta goes back to where its value stood.</summary>
internal sealed class TopKBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(TopKOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each delta goes back to where its value stood";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation) =>
        throw new InvalidOperationException("Which values are the largest is not known before.");

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        TopKOperation top = (TopKOperation)operation;
        if (block.Deltas(top.Inputs[0]) is not { } target)
        {
            return;
        }

        int size = block.Size(top.Inputs[0]);
        SourceWriter writer = block.Writer;
        block.OpenSamples(("input", block.Values(top.Inputs[0]), size), ("delta", block.Deltas(top.Output)!, block.Size(top.Output)), ("inputDelta", target, size));
        writer.Line($"global::NeuralGen.TopK.AddGradient(input, delta, inputDelta, {TopKEmitter.Arguments(top)});");
        writer.Close();
    }
}
