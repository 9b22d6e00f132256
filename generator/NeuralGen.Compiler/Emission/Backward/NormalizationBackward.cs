using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of (x - mean) / scale.</summary>
internal sealed class NormalizationBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(NormalizationOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each delta is divided by the scale";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        NormalizationOperation normalization = (NormalizationOperation)operation;
        for (int i = 0; i < block.Values(operation.Output).Length; i++)
        {
            if (block.IsWanted(operation.Inputs[0]) && block.Delta(operation.Output, i) is { } delta)
            {
                block.Add(operation.Inputs[0], i, $"+ {delta} / {block.Forward.Number(normalization.Scale, normalization.Channels.Of(i))}");
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        NormalizationOperation normalization = (NormalizationOperation)operation;
        if (block.Deltas(operation.Inputs[0]) is not { } inputDeltas)
        {
            return;
        }

        int size = block.Size(operation.Output);
        block.OpenSamples(("delta", block.Deltas(operation.Output)!, size), ("inputDelta", inputDeltas, size));
        block.Writer.Line($"global::System.ReadOnlySpan<{block.Type}> scale = {block.Numbers(operation, "scale", normalization.Scale)};");
        block.OpenElements(normalization.Channels.HasChannels ? "delta.Length" : "scale.Length");
        block.Writer.Line($"inputDelta[i] += delta[i] / scale[{normalization.Channels.Of("i")}];");
        block.Writer.Close();
        block.Writer.Close();
    }
}
