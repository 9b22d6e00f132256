using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward.Indices;

/// <summary>The backward pass of updates: deltas go to the updates, and to the values that were not replaced.</summary>
internal sealed class ScatterBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ScatterOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "the deltas go to the updates, and to the values that were not replaced";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation) =>
        throw new InvalidOperationException("What an index in the data says is not known before.");

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        ScatterOperation scatter = (ScatterOperation)operation;
        (string? data, string? updates) = (block.Deltas(scatter.Inputs[0]), block.Deltas(scatter.Inputs[2]));
        if (data is null && updates is null)
        {
            return;
        }

        (int size, int count) = (block.Size(scatter.Output), block.Size(scatter.Inputs[1]));
        List<(string, string, int)> spans = [("indices", block.Values(scatter.Inputs[1]), count), ("delta", block.Deltas(scatter.Output)!, size)];
        if (data is not null)
        {
            spans.Add(("inputDelta", data, size));
        }

        if (updates is not null)
        {
            spans.Add(("updateDelta", updates, count));
        }

        SourceWriter writer = block.Writer;
        block.OpenSamples([.. spans]);

        // Of updates of one value the last stays and takes its delta, which nobody reads any more.
        ScatterEmitter.OpenUpdates(writer, scatter, "indices", isReversed: !scatter.Adds);
        if (updates is not null)
        {
            writer.Line("updateDelta[i] += delta[target];");
        }

        if (!scatter.Adds)
        {
            writer.Line($"delta[target] = {block.Arithmetic.Literal(0)};");
        }

        writer.Close();
        if (data is not null)
        {
            writer.Line();
            block.OpenElements("delta.Length");
            writer.Line("inputDelta[i] += delta[i];");
            writer.Close();
        }

        writer.Close();
    }
}
