using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of batch normalisation with stored statistics.</summary>
internal sealed class BatchNormalizationBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(BatchNormalizationOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => wantsParameters
        ? "each delta is multiplied by gamma and divided by the standard deviation; the derivative of beta is the delta, that of gamma the delta times the normalised value"
        : "each delta is multiplied by gamma and divided by the standard deviation";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        BatchNormalizationOperation batch = (BatchNormalizationOperation)operation;
        string[] x = block.Values(operation.Inputs[0]);
        for (int i = 0; i < x.Length; i++)
        {
            int index = i;
            if (block.Delta(operation.Output, i) is not { } delta)
            {
                WriteGradient(block, batch, i, block.Arithmetic.Literal(0), block.Arithmetic.Literal(0));
                continue;
            }

            string deviation = block.Local("deviation", BatchNormalizationEmitter.Deviation(batch, (_, values) => block.Forward.Number(values, index), block.Arithmetic));
            string normal = $"({x[i]} - {block.Forward.Number(batch.Mean, i)})".Replace("- -", "+ ");
            WriteGradient(block, batch, i, $"{delta} * {normal} / {deviation}", delta);
            block.Add(operation.Inputs[0], i, $"+ {delta} * {block.Forward.Number(batch.Gamma, i)} / {deviation}");
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        BatchNormalizationOperation batch = (BatchNormalizationOperation)operation;
        int size = block.Size(operation.Output);
        SourceWriter writer = block.Writer;
        string span = $"global::System.ReadOnlySpan<{block.Type}>";
        string? inputDeltas = block.Deltas(operation.Inputs[0]);
        List<(string, string, int)> spans = [("input", block.Values(operation.Inputs[0]), size), ("delta", block.Deltas(operation.Output)!, size)];
        if (inputDeltas is not null)
        {
            spans.Add(("inputDelta", inputDeltas, size));
        }

        block.OpenSamples([.. spans]);
        writer.Line($"{span} variance = {block.Numbers(operation, "variance", batch.Variance)};");
        if (block.WantsParameters)
        {
            writer.Line($"{span} mean = {block.Numbers(operation, "mean", batch.Mean)};");
            writer.Line($"global::System.Span<{block.Type}> gammaGradient = {block.Gradient(batch.Gamma)};");
            writer.Line($"global::System.Span<{block.Type}> betaGradient = {block.Gradient(batch.Beta)};");
        }

        if (inputDeltas is not null)
        {
            writer.Line($"{span} gamma = {block.Numbers(operation, "gamma", batch.Gamma)};");
        }

        block.OpenElements("variance.Length");
        writer.Line($"{block.Type} deviation = {BatchNormalizationEmitter.Deviation(batch, (name, _) => $"{name}[i]", block.Arithmetic)};");
        if (block.WantsParameters)
        {
            writer.Line("gammaGradient[i] += delta[i] * (input[i] - mean[i]) / deviation;");
            writer.Line("betaGradient[i] += delta[i];");
        }

        if (inputDeltas is not null)
        {
            writer.Line("inputDelta[i] += delta[i] * gamma[i] / deviation;");
        }

        writer.Close();
        writer.Close();
    }

    private static void WriteGradient(BackwardBlock block, BatchNormalizationOperation batch, int index, string gamma, string beta)
    {
        if (block.WantsParameters)
        {
            block.Gradient(batch.Gamma, index, gamma);
            block.Gradient(batch.Beta, index, beta);
        }
    }
}
