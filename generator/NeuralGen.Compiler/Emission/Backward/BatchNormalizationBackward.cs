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
        List<string>[] gammas = [.. Enumerable.Range(0, batch.Gamma.Count).Select(_ => new List<string>())];
        List<string>[] betas = [.. Enumerable.Range(0, batch.Gamma.Count).Select(_ => new List<string>())];
        for (int i = 0; i < x.Length; i++)
        {
            int channel = batch.Channels.Of(i);
            if (block.Delta(operation.Output, i) is { } delta)
            {
                string deviation = block.Local("deviation", BatchNormalizationEmitter.Deviation(batch, (_, values) => block.Forward.Number(values, channel), block.Arithmetic));
                string normal = $"({x[i]} - {block.Forward.Number(batch.Mean, channel)})".Replace("- -", "+ ");
                gammas[channel].Add($"{delta} * {normal} / {deviation}");
                betas[channel].Add(delta);
                block.Add(operation.Inputs[0], i, $"+ {delta} * {block.Forward.Number(batch.Gamma, channel)} / {deviation}");
            }

            if (!batch.Channels.HasChannels)
            {
                WriteGradient(block, batch, channel, gammas[channel], betas[channel]);
            }
        }

        for (int channel = 0; channel < gammas.Length && batch.Channels.HasChannels; channel++)
        {
            WriteGradient(block, batch, channel, gammas[channel], betas[channel]);
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

        block.OpenElements(batch.Channels.HasChannels ? "delta.Length" : "variance.Length");
        string at = "i";
        if (batch.Channels.HasChannels)
        {
            at = "channel";
            writer.Line($"int channel = {batch.Channels.Of("i")};");
        }

        writer.Line($"{block.Type} deviation = {BatchNormalizationEmitter.Deviation(batch, (name, _) => $"{name}[{at}]", block.Arithmetic)};");
        if (block.WantsParameters)
        {
            writer.Line($"gammaGradient[{at}] += delta[i] * (input[i] - mean[{at}]) / deviation;");
            writer.Line($"betaGradient[{at}] += delta[i];");
        }

        if (inputDeltas is not null)
        {
            writer.Line($"inputDelta[i] += delta[i] * gamma[{at}] / deviation;");
        }

        writer.Close();
        writer.Close();
    }

    private static void WriteGradient(BackwardBlock block, BatchNormalizationOperation batch, int channel, List<string> gamma, List<string> beta)
    {
        if (block.WantsParameters)
        {
            block.Gradient(batch.Gamma, channel, Sum(block, "gamma", gamma));
            block.Gradient(batch.Beta, channel, Sum(block, "beta", beta));
        }
    }

    /// <summary>The terms of a derivative; several are added up in a variable.</summary>
    private static string Sum(BackwardBlock block, string name, List<string> terms)
    {
        if (terms.Count <= 1)
        {
            return terms.Count == 0 ? block.Arithmetic.Literal(0) : terms[0];
        }

        string sum = block.Forward.Declare($"{name}_delta_sum");
        block.Forward.Sum(sum, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
        return sum;
    }
}
