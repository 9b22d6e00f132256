using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of an activation function.</summary>
internal sealed class ActivationBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ActivationOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => ((ActivationOperation)operation).Function switch
    {
        SoftmaxFunction softmax => $"every output of {softmax.Name} depends on every input, so that each delta is spread over all inputs",
        ElementwiseActivation { Slopes: not null } function when wantsParameters =>
            $"each delta is multiplied by the derivative of {function.Name}; the derivative of each slope is its negative input times the delta",
        { } function => $"each delta is multiplied by the derivative of {function.Name}",
    };

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        ActivationOperation activation = (ActivationOperation)operation;
        int input = activation.Inputs[0];
        string[] x = block.Values(input);
        string[] y = block.Values(activation.Output);
        string?[] deltas = [.. y.Select((_, i) => block.Delta(activation.Output, i))];
        if (activation.Function is not ElementwiseActivation function)
        {
            UnrolledSoftmax(block, activation, (SoftmaxFunction)activation.Function, y, deltas);
            return;
        }

        Dictionary<int, List<string>> shared = [];
        for (int i = 0; i < x.Length; i++)
        {
            if (deltas[i] is { } delta)
            {
                if (block.IsWanted(input))
                {
                    string slope = function.Slopes is { } numbers ? block.Forward.Factor(numbers, function.SlopeAt(i)) : "";
                    BackwardOperands operands = new(x[i], y[i], delta, slope, block.Arithmetic, block.Local);
                    string value = block.Arithmetic.ActivationGradient(function, operands);
                    block.Add(input, i, $"+ {(value == delta ? delta : block.Local(DeltaName(block, activation, i), value))}");
                }

                WriteSlope(block, function, i, x[i], delta, shared);
            }
            else if (function.Slopes is { Count: > 1 } slopes && slopes.Count == x.Length && block.WantsParameters)
            {
                block.NoGradient(slopes, i);
            }
        }

        WriteShared(block, function, x.Length, shared);
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        ActivationOperation activation = (ActivationOperation)operation;
        bool replaces = block.Join(activation.Inputs[0], activation.Output) == "=";
        if (replaces && block.Deltas(activation.Inputs[0]) is { } target)
        {
            bool needsInput = activation.Function is ElementwiseActivation { DerivativeNeedsInput: true };
            string values = block.Values(needsInput ? activation.Inputs[0] : activation.Output);
            if (ActivationCall.Backward(activation.Function, values, block.Deltas(activation.Output)!, target, "samples", block.Arithmetic) is { } call)
            {
                block.Writer.Line(call);
                return;
            }
        }

        if (activation.Function is ElementwiseActivation function)
        {
            new ElementwiseSamplesBackward(block, activation, function).Write();
            return;
        }

        int size = block.Size(activation.Output);
        SourceWriter writer = block.Writer;
        SoftmaxFunction softmax = (SoftmaxFunction)activation.Function;
        bool isLog = softmax.IsLogarithm;
        string join = block.Join(activation.Inputs[0], activation.Output);
        block.OpenSamples(
            ("output", block.Values(activation.Output), size),
            ("delta", block.Deltas(activation.Output)!, size),
            ("inputDelta", block.Deltas(activation.Inputs[0])!, size));
        writer.Line($"{block.Type} dot = {block.Arithmetic.Literal(0)};");
        block.OpenElements("output.Length");
        writer.Line(isLog ? "dot += delta[i];" : "dot += output[i] * delta[i];");
        writer.Close();
        writer.Line();
        block.OpenElements("output.Length");
        writer.Line(isLog
            ? $"inputDelta[i] {join} delta[i] - {block.Arithmetic.Exp("output[i]")} * dot;"
            : softmax.IsNegated ? $"inputDelta[i] {join} output[i] * (dot - delta[i]);"
            : $"inputDelta[i] {join} output[i] * (delta[i] - dot);");
        writer.Close();
        writer.Close();
    }

    private static void WriteSlope(BackwardBlock block, ElementwiseActivation function, int index, string x, string delta, Dictionary<int, List<string>> shared)
    {
        if (function.Slopes is not { } slopes || !block.WantsParameters)
        {
            return;
        }

        string zero = block.Arithmetic.Literal(0);
        string value = block.Arithmetic.Select(x, ">", zero, zero, $"{x} * {delta}");
        int slope = function.SlopeAt(index);
        if (slopes.Count == 1 || function is PreluActivation { Channels.HasChannels: true })
        {
            if (!shared.TryGetValue(slope, out List<string>? terms))
            {
                shared.Add(slope, terms = []);
            }

            terms.Add(block.Local("slope_delta", value));
            return;
        }

        block.Gradient(slopes, index, value);
    }

    /// <summary>Writes the derivatives with respect to slopes that several values share.</summary>
    private static void WriteShared(BackwardBlock block, ElementwiseActivation function, int count, Dictionary<int, List<string>> shared)
    {
        bool areShared = function.Slopes is { Count: 1 } || function is PreluActivation { Channels.HasChannels: true };
        if (function.Slopes is not { } slopes || !areShared || !block.WantsParameters || count == 0)
        {
            return;
        }

        for (int slope = 0; slope < slopes.Count; slope++)
        {
            if (!shared.TryGetValue(slope, out List<string>? terms))
            {
                block.NoGradient(slopes, slope);
                continue;
            }

            string sum = terms[0];
            if (terms.Count > 1)
            {
                sum = block.Forward.Declare("slope_delta_sum");
                block.Forward.Sum(sum, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
            }

            block.Gradient(slopes, slope, sum);
        }
    }

    private static void UnrolledSoftmax(BackwardBlock block, ActivationOperation activation, SoftmaxFunction function, string[] y, string?[] deltas)
    {
        if (!block.IsWanted(activation.Inputs[0]))
        {
            return;
        }

        string?[] results = Softmax(block, function, y, deltas, i => DeltaName(block, activation, i));
        for (int i = 0; i < y.Length; i++)
        {
            if (results[i] is { } result)
            {
                block.Add(activation.Inputs[0], i, $"+ {result}");
            }
        }
    }

    /// <summary>Writes the derivatives with respect to the inputs of softmax; gives their variables, none where all deltas are zero.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="function">Which form.</param>
    /// <param name="y">The variables that hold its outputs.</param>
    /// <param name="deltas">The variables that hold the derivatives with respect to these; null for zeros.</param>
    /// <param name="nameOf">What a result is called.</param>
    public static string?[] Softmax(BackwardBlock block, SoftmaxFunction function, string[] y, string?[] deltas, Func<int, string> nameOf)
    {
        int[] known = [.. Enumerable.Range(0, y.Length).Where(i => deltas[i] is not null)];
        string?[] results = new string?[y.Length];
        if (known.Length == 0)
        {
            return results;
        }

        bool isLog = function.IsLogarithm;
        bool isNegated = function.IsNegated;
        string dot = block.Forward.Declare(isLog ? "delta_sum" : "dot");
        block.Forward.Sum(dot, [.. known.Select((i, k) => (k == 0 ? "" : "+ ") + (isLog ? deltas[i] : $"{y[i]} * {deltas[i]}"))]);
        for (int i = 0; i < y.Length; i++)
        {
            string value = isLog
                ? $"{deltas[i] ?? block.Arithmetic.Literal(0)} - {block.Arithmetic.Exp(y[i])} * {dot}"
                : isNegated ? deltas[i] is { } found ? $"{y[i]} * ({dot} - {found})" : $"{y[i]} * {dot}"
                : deltas[i] is { } delta ? $"{y[i]} * ({delta} - {dot})" : $"-{y[i]} * {dot}";
            results[i] = block.Local(nameOf(i), value);
        }

        return results;
    }

    /// <summary>What an activation hands on often is the whole derivative with respect to its input, and then bears that name.</summary>
    private static string DeltaName(BackwardBlock block, ActivationOperation activation, int index) =>
        block.Forward.ElementName(activation.Inputs[0], index) + "_delta";
}
