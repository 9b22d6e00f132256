using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward.Indices;

/// <summary>The backward pass of rows that are looked up: each delta is added to the row that it came from.</summary>
internal sealed class GatherBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(GatherOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each delta is added to the row that the index says";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation) =>
        throw new InvalidOperationException("What an index in the data says is not known before.");

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        GatherOperation gather = (GatherOperation)operation;
        int indices = gather.Inputs[gather.IndexInput];
        string? target = gather.Table is null ? block.Deltas(gather.Inputs[0]) : block.WantsParameters ? block.Gradient(gather.Table) : null;
        if (target is null)
        {
            return;
        }

        SourceWriter writer = block.Writer;
        List<(string, string, int)> spans = [("indices", block.Values(indices), block.Size(indices)), ("delta", block.Deltas(gather.Output)!, block.Size(gather.Output))];
        if (gather.Table is null)
        {
            spans.Add(("inputDelta", target, block.Size(gather.Inputs[0])));
        }
        else
        {
            writer.Line($"global::System.Span<{block.Type}> tableGradient = {target};");
        }

        string sum = gather.Table is null ? "inputDelta" : "tableGradient";
        string inner = Literal.Integer(gather.Rows.Inner);
        block.OpenSamples([.. spans]);
        writer.Open("for (int i = 0; i < indices.Length; i++)");
        writer.Line($"int row = {GatherEmitter.Index(gather, "indices", "i")};");
        writer.Open($"for (int j = 0; j < {Literal.Integer(gather.Rows.Outer)}; j++)");
        writer.Open($"for (int k = 0; k < {inner}; k++)");
        writer.Line($"{sum}[(j * {Literal.Integer(gather.Rows.Length)} + row) * {inner} + k] += delta[(j * {Literal.Integer(gather.Indices)} + i) * {inner} + k];");
        writer.Close();
        writer.Close();
        writer.Close();
        writer.Close();
    }
}
