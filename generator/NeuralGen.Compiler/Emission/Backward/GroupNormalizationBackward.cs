using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>
/// The backward pass of normalisations: with n the normalised values of a group and g = delta·gamma, the derivative with respect to the
/// inputs is (g - mean(g) - n·mean(g·n)) / deviation; without mean(g) where the mean is left in.
/// </summary>
internal sealed class GroupNormalizationBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(GroupNormalizationOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters)
    {
        GroupNormalizationOperation layer = (GroupNormalizationOperation)operation;
        string inputs = layer.Rows == 1 || layer.Word == "layer_normalization" ? "" : " of their group";
        string statistics = layer.HasMean
            ? $"mean and deviation depend on every input{inputs}, so that each delta is spread over all inputs{inputs}"
            : $"the root depends on every input{inputs}, so that each delta is spread over all inputs{inputs}";
        string beta = layer.Beta is null ? "" : "the derivative of beta is the delta, that of gamma the delta times the normalised value";
        string gamma = layer.Gamma is null ? "" : "the derivative of gamma is the delta times the normalised value";
        return wantsParameters && gamma.Length > 0 ? $"{statistics}; {(beta.Length > 0 ? beta : gamma)}" : statistics;
    }

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        GroupNormalizationOperation layer = (GroupNormalizationOperation)operation;
        for (int row = 0; row < layer.Rows; row++)
        {
            Unrolled(block, layer, row * layer.Length);
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        GroupNormalizationOperation layer = (GroupNormalizationOperation)operation;
        int size = block.Size(operation.Output);
        SourceWriter writer = block.Writer;
        string zero = block.Arithmetic.Literal(0);
        string? inputDeltas = block.Deltas(operation.Inputs[0]);
        List<(string, string, int)> spans = [("input", block.Values(operation.Inputs[0]), size), ("delta", block.Deltas(operation.Output)!, size)];
        if (inputDeltas is not null)
        {
            spans.Add(("inputDelta", inputDeltas, size));
        }

        block.OpenSamples([.. spans]);
        if (layer.Gamma is { } factors)
        {
            writer.Line($"global::System.ReadOnlySpan<{block.Type}> gamma = {block.Numbers(operation, "gamma", factors)};");
        }

        bool hasGamma = block.WantsParameters && layer.Gamma is not null;
        bool hasBeta = block.WantsParameters && layer.Beta is not null;
        if (hasGamma)
        {
            writer.Line($"global::System.Span<{block.Type}> gammaGradient = {block.Gradient(layer.Gamma!)};");
        }

        if (hasBeta)
        {
            writer.Line($"global::System.Span<{block.Type}> betaGradient = {block.Gradient(layer.Beta!)};");
        }

        bool hasRows = layer.Rows > 1;
        string length = hasRows ? Literal.Integer(layer.Length) : "input.Length";
        string at = hasRows ? "start + i" : "i";
        if (hasRows)
        {
            writer.Open($"for (int row = 0; row < {Literal.Integer(layer.Rows)}; row++)");
            writer.Line($"int start = row * {length};");
        }

        if (layer.HasMean)
        {
            writer.Line($"{block.Type} sum = {zero};");
            Each(block, length, $"sum += input[{at}];");
            writer.Line($"{block.Type} mean = sum / {length};");
        }

        string difference = layer.HasMean ? $"(input[{at}] - mean)" : $"input[{at}]";
        string deviation = layer.HasMean ? "deviation" : "root";
        writer.Line($"{block.Type} squares = {zero};");
        Each(block, length, $"squares += {difference} * {difference};");
        writer.Line($"{block.Type} {deviation} = {block.Arithmetic.Sqrt($"squares / {length} + {block.Arithmetic.Literal(layer.Epsilon)}")};");
        if (layer.HasMean)
        {
            writer.Line($"{block.Type} meanDelta = {zero};");
        }

        writer.Line($"{block.Type} meanProduct = {zero};");
        string factor = GroupNormalizationEmitter.FactorAt(layer, at);
        string channel = $"int channel = {GroupNormalizationEmitter.ChannelAt(layer, at)};";
        string weighted = layer.Gamma is null ? $"delta[{at}]" : $"delta[{at}] * gamma[{factor}]";
        block.OpenElements(length);
        if (factor == "channel")
        {
            writer.Line(channel);
        }

        writer.Line($"{block.Type} normal = {difference} / {deviation};");
        if (hasGamma)
        {
            writer.Line($"gammaGradient[{factor}] += delta[{at}] * normal;");
        }

        if (hasBeta)
        {
            writer.Line($"betaGradient[{factor}] += delta[{at}];");
        }

        if (layer.HasMean)
        {
            writer.Line($"meanDelta += {weighted} / {length};");
        }

        writer.Line($"meanProduct += {weighted} * normal / {length};");
        writer.Close();
        if (inputDeltas is not null)
        {
            writer.Line();
            string result = $"inputDelta[{at}] += ({weighted}{(layer.HasMean ? " - meanDelta" : "")} - {difference} / {deviation} * meanProduct) / {deviation};";
            Each(block, length, factor == "channel" ? [channel, result] : [result]);
        }

        if (hasRows)
        {
            writer.Close();
        }

        writer.Close();
    }

    private static void Unrolled(BackwardBlock block, GroupNormalizationOperation layer, int start)
    {
        Arithmetic arithmetic = block.Arithmetic;
        string[] x = [.. block.Values(layer.Inputs[0]).Skip(start).Take(layer.Length)];
        string count = arithmetic.Literal(x.Length);
        string[] deltas = [.. x.Select((_, i) => block.Delta(layer.Output, start + i) ?? arithmetic.Literal(0))];
        string[] differences = x;
        if (layer.HasMean)
        {
            string mean = Sum(block, "mean", x, $" / {count}");
            differences = [.. x.Select(value => block.Local("difference", $"{value} - {mean}"))];
        }

        string variance = Sum(block, layer.HasMean ? "variance" : "mean_square", [.. differences.Select(difference => $"{difference} * {difference}")], $" / {count}");
        string deviation = block.Local(layer.HasMean ? "deviation" : "root", arithmetic.Sqrt($"{variance} + {arithmetic.Literal(layer.Epsilon)}"));
        string[] normal = [.. differences.Select(difference => block.Local("normal", $"{difference} / {deviation}"))];
        if (block.WantsParameters)
        {
            WriteParameters(block, layer, start, deltas, normal);
        }

        if (!block.IsWanted(layer.Inputs[0]))
        {
            return;
        }

        string[] weighted = layer.Gamma is { } gamma
            ? [.. deltas.Select((delta, i) => block.Local("weighted", $"{delta} * {block.Forward.Number(gamma, layer.FactorOf(start + i))}"))]
            : deltas;
        string meanDelta = layer.HasMean ? $" - {Sum(block, "mean_delta", weighted, $" / {count}")}" : "";
        string meanProduct = Sum(block, "mean_product", [.. weighted.Select((delta, i) => $"{delta} * {normal[i]}")], $" / {count}");
        for (int i = 0; i < x.Length; i++)
        {
            block.Add(layer.Inputs[0], start + i, $"+ ({weighted[i]}{meanDelta} - {normal[i]} * {meanProduct}) / {deviation}");
        }
    }

    private static void WriteParameters(BackwardBlock block, GroupNormalizationOperation layer, int start, string[] deltas, string[] normal)
    {
        for (int i = 0; i < deltas.Length && layer.Gamma is not null; i++)
        {
            block.Gradient(layer.Gamma, layer.FactorOf(start + i), $"{deltas[i]} * {normal[i]}");
        }

        for (int i = 0; i < deltas.Length && layer.Beta is not null; i++)
        {
            block.Gradient(layer.Beta, layer.FactorOf(start + i), deltas[i]);
        }
    }

    private static void Each(SamplesBlock block, string length, params string[] statements)
    {
        block.OpenElements(length);
        foreach (string statement in statements)
        {
            block.Writer.Line(statement);
        }

        block.Writer.Close();
        block.Writer.Line();
    }

    private static string Sum(BackwardBlock block, string name, string[] terms, string divisor)
    {
        string sum = block.Forward.Declare(name + "_sum");
        block.Forward.Sum(sum, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
        return block.Local(name, sum + divisor);
    }
}
