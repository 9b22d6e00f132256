using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Recurrences;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes recurrent layers: a loop over the steps.</summary>
internal sealed class RecurrentEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(RecurrentOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed) =>
        throw new NotSupportedException("Recurrent layers are written as loops.");

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        RecurrentOperation layer = (RecurrentOperation)step.Operation;
        RecurrentNames names = RecurrentNames.Of(layer, block.Inputs, block.Output);
        RecurrentWriter writer = Begin(block, layer, names, block.PackedProduct(layer));
        writer.Write();
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        RecurrentOperation layer = (RecurrentOperation)step.Operation;
        string? packed = block.Arithmetic.Precision == Precision.Single && RecurrentWriter.HasWholeProduct(layer) ? block.Packed(step) : null;
        RecurrentNames names = RecurrentNames.OfSamples(layer);
        block.Writer.OpenScope();
        RecurrentWriter writer = Begin(block.Loops(layer, names.Inputs), layer, names, packed);
        names.Open(block, layer);
        writer.Write();
        block.Writer.Close();
        block.Writer.Close();
    }

    private static RecurrentWriter Begin(LoopBlock block, RecurrentOperation layer, RecurrentNames names, string? packed)
    {
        string type = $"global::System.ReadOnlySpan<{block.Type}>";
        RecurrentWriter writer = new(block.Writer, block.Arithmetic, layer, names) { Packed = packed };
        if (packed is null)
        {
            block.Writer.Line($"{type} recurrentWeights = {block.Reference("recurrent_weights" + layer.Suffix, layer.Weights)};");
            if (layer.Bias is not null)
            {
                block.Writer.Line($"{type} recurrentBias = {block.Reference("recurrent_bias" + layer.Suffix, layer.Bias)};");
            }
        }

        if (layer.Peepholes is not null)
        {
            block.Writer.Line($"{type} peepholes = {block.Reference("peepholes" + layer.Suffix, layer.Peepholes)};");
        }

        writer.WriteRoom();
        return writer;
    }
}
