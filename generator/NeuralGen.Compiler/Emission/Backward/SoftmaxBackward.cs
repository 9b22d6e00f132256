using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of softmax along an axis.</summary>
internal sealed class SoftmaxBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(SoftmaxOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) =>
        $"every output of {operation.Kind} depends on every input along the axis, so that each delta is spread over these";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        SoftmaxOperation softmax = (SoftmaxOperation)operation;
        if (!block.IsWanted(softmax.Inputs[0]))
        {
            return;
        }

        string[] y = block.Values(softmax.Output);
        foreach (int[] row in softmax.Rows())
        {
            string?[] deltas = [.. row.Select(i => block.Delta(softmax.Output, i))];
            string?[] results = ActivationBackward.Softmax(block, softmax.Function, [.. row.Select(i => y[i])], deltas, i => $"{block.Forward.ElementName(softmax.Inputs[0], row[i])}_delta");
            for (int i = 0; i < row.Length; i++)
            {
                if (results[i] is { } result)
                {
                    block.Add(softmax.Inputs[0], row[i], $"+ {result}");
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        SoftmaxOperation softmax = (SoftmaxOperation)operation;
        if (block.Deltas(softmax.Inputs[0]) is not { } inputDeltas)
        {
            return;
        }

        int size = block.Size(softmax.Output);
        SourceWriter writer = block.Writer;
        (string length, string inner) = (Literal.Integer(softmax.Length), Literal.Integer(softmax.Inner));
        bool isLog = softmax.Function.IsLogarithm;
        block.OpenSamples(("output", block.Values(softmax.Output), size), ("delta", block.Deltas(softmax.Output)!, size), ("inputDelta", inputDeltas, size));
        writer.Open($"for (int row = 0; row < {Literal.Integer(softmax.Outer * softmax.Inner)}; row++)");
        writer.Line($"int start = {RowStart.Of(new AxisRows(softmax.Outer, softmax.Length, softmax.Inner), "row")};");
        string at = softmax.Inner == 1 ? "start + i" : $"start + i * {inner}";
        writer.Line($"{block.Type} dot = {block.Arithmetic.Literal(0)};");
        block.OpenElements(length);
        writer.Line(isLog ? $"dot += delta[{at}];" : $"dot += output[{at}] * delta[{at}];");
        writer.Close();
        writer.Line();
        block.OpenElements(length);
        writer.Line(isLog
            ? $"inputDelta[{at}] += delta[{at}] - {block.Arithmetic.Exp($"output[{at}]")} * dot;"
            : softmax.Function.IsNegated ? $"inputDelta[{at}] += output[{at}] * (dot - delta[{at}]);"
            : $"inputDelta[{at}] += output[{at}] * (delta[{at}] - dot);");
        writer.Close();
        writer.Close();
        writer.Close();
    }
}
