using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>
/// The backward pass of layer normalisation: with n the normalised values of a row and g = delta·gamma, the derivative with respect to the
/// inputs is (g - mean(g) - n·mean(g·n)) / deviation.
/// </summary>
internal sealed class LayerNormalizationBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(LayerNormalizationOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => wantsParameters
        ? "mean and deviation depend on every input, so that each delta is spread over all inputs; the derivative of beta is the delta, that of gamma the delta times the normalised value"
        : "mean and deviation depend on every input, so that each delta is spread over all inputs";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        LayerNormalizationOperation layer = (LayerNormalizationOperation)operation;
        for (int row = 0; row < layer.Rows; row++)
        {
            Unrolled(block, layer, row * layer.Length);
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        LayerNormalizationOperation layer = (LayerNormalizationOperation)operation;
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
        writer.Line($"global::System.ReadOnlySpan<{block.Type}> gamma = {block.Numbers(operation, "gamma", layer.Gamma)};");
        if (block.WantsParameters)
        {
            writer.Line($"global::System.Span<{block.Type}> gammaGradient = {block.Gradient(layer.Gamma)};");
            writer.Line($"global::System.Span<{block.Type}> betaGradient = {block.Gradient(layer.Beta)};");
        }

        bool hasRows = layer.Rows > 1;
        string length = hasRows ? Literal.Integer(layer.Length) : "input.Length";
        string at = hasRows ? "start + i" : "i";
        if (hasRows)
        {
            writer.Open($"for (int row = 0; row < {Literal.Integer(layer.Rows)}; row++)");
            writer.Line($"int start = row * {length};");
        }

        writer.Line($"{block.Type} sum = {zero};");
        Each(block, length, $"sum += input[{at}];");
        writer.Line($"{block.Type} mean = sum / {length};");
        writer.Line($"{block.Type} squares = {zero};");
        Each(block, length, $"squares += (input[{at}] - mean) * (input[{at}] - mean);");
        writer.Line($"{block.Type} deviation = {block.Arithmetic.Sqrt($"squares / {length} + {block.Arithmetic.Literal(layer.Epsilon)}")};");
        writer.Line($"{block.Type} meanDelta = {zero};");
        writer.Line($"{block.Type} meanProduct = {zero};");
        block.OpenElements(length);
        writer.Line($"{block.Type} normal = (input[{at}] - mean) / deviation;");
        if (block.WantsParameters)
        {
            writer.Line($"gammaGradient[i] += delta[{at}] * normal;");
            writer.Line($"betaGradient[i] += delta[{at}];");
        }

        writer.Line($"meanDelta += delta[{at}] * gamma[i] / {length};");
        writer.Line($"meanProduct += delta[{at}] * gamma[i] * normal / {length};");
        writer.Close();
        if (inputDeltas is not null)
        {
            writer.Line();
            Each(block, length, $"inputDelta[{at}] += (delta[{at}] * gamma[i] - meanDelta - (input[{at}] - mean) / deviation * meanProduct) / deviation;");
        }

        if (hasRows)
        {
            writer.Close();
        }

        writer.Close();
    }

    private static void Unrolled(BackwardBlock block, LayerNormalizationOperation layer, int start)
    {
        Arithmetic arithmetic = block.Arithmetic;
        string[] x = [.. block.Values(layer.Inputs[0]).Skip(start).Take(layer.Length)];
        string count = arithmetic.Literal(x.Length);
        string[] deltas = [.. x.Select((_, i) => block.Delta(layer.Output, start + i) ?? arithmetic.Literal(0))];
        string mean = Sum(block, "mean", x, $" / {count}");
        string[] differences = [.. x.Select(value => block.Local("difference", $"{value} - {mean}"))];
        string variance = Sum(block, "variance", [.. differences.Select(difference => $"{difference} * {difference}")], $" / {count}");
        string deviation = block.Local("deviation", arithmetic.Sqrt($"{variance} + {arithmetic.Literal(layer.Epsilon)}"));
        string[] normal = [.. differences.Select(difference => block.Local("normal", $"{difference} / {deviation}"))];
        for (int i = 0; i < x.Length && block.WantsParameters; i++)
        {
            block.Gradient(layer.Gamma, i, $"{deltas[i]} * {normal[i]}");
        }

        for (int i = 0; i < x.Length && block.WantsParameters; i++)
        {
            block.Gradient(layer.Beta, i, deltas[i]);
        }

        if (!block.IsWanted(layer.Inputs[0]))
        {
            return;
        }

        string[] weighted = [.. deltas.Select((delta, i) => block.Local("weighted", $"{delta} * {block.Forward.Number(layer.Gamma, i)}"))];
        string meanDelta = Sum(block, "mean_delta", weighted, $" / {count}");
        string meanProduct = Sum(block, "mean_product", [.. weighted.Select((delta, i) => $"{delta} * {normal[i]}")], $" / {count}");
        for (int i = 0; i < x.Length; i++)
        {
            block.Add(layer.Inputs[0], start + i, $"+ ({weighted[i]} - {meanDelta} - {normal[i]} * {meanProduct}) / {deviation}");
        }
    }

    private static void Each(SamplesBlock block, string length, string statement)
    {
        block.OpenElements(length);
        block.Writer.Line(statement);
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
