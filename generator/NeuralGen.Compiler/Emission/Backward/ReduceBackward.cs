using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>
/// The backward pass of what is made of several values. Values that are equally large, or small, share the delta in equal parts, as with
/// PyTorch's <c>amax</c>.
/// </summary>
internal sealed class ReduceBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ReduceOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => ((ReduceOperation)operation).Reduction switch
    {
        Reduction.Sum => "each value gets the whole delta",
        Reduction.Mean => "each value gets an equal share of the delta",
        Reduction.Max => "the largest values share the delta",
        Reduction.Min => "the smallest values share the delta",
        Reduction.Product => "each value gets the delta times the product of the others",
        Reduction.L1 => "each value gets the delta with its sign",
        Reduction.L2 => "each value gets its share in the root of the sum of squares times the delta",
        Reduction.SumOfSquares => "each value gets twice itself times the delta",
        Reduction.LogSum => "each value gets the delta divided by the sum",
        _ => "each value gets its share in the sum of exponentials times the delta",
    };

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        ReduceOperation reduce = (ReduceOperation)operation;
        int input = reduce.Inputs[0];
        if (!block.IsWanted(input))
        {
            return;
        }

        string[] x = block.Values(input);
        string[] y = block.Values(reduce.Output);
        Arithmetic arithmetic = block.Arithmetic;
        string zero = arithmetic.Literal(0);
        for (int i = 0; i < y.Length; i++)
        {
            if (block.Delta(reduce.Output, i) is not { } delta)
            {
                continue;
            }

            int[] sources = [.. reduce.Sources(i)];
            string common = Common(block, reduce, [.. sources.Select(source => x[source])], y[i], delta);
            foreach (int source in sources)
            {
                block.Add(input, source, reduce.Reduction switch
                {
                    Reduction.Max or Reduction.Min => $"+ {block.Local("part", arithmetic.Select(x[source], "==", y[i], common, zero))}",
                    Reduction.Product => $"+ {string.Join(" * ", sources.Where(other => other != source).Select(other => x[other]).Append(delta))}",
                    Reduction.L1 => $"+ {block.Local("part", Signed(x[source], delta, arithmetic))}",
                    Reduction.L2 or Reduction.SumOfSquares => $"+ {x[source]} * {common}",
                    Reduction.LogSumExp => $"+ {arithmetic.Exp($"{x[source]} - {y[i]}")} * {delta}",
                    _ => $"+ {common}",
                });
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        ReduceOperation reduce = (ReduceOperation)operation;
        if (block.Deltas(reduce.Inputs[0]) is not { } inputDeltas)
        {
            return;
        }

        int size = block.Size(reduce.Inputs[0]);
        int outputs = block.Size(reduce.Output);
        SourceWriter writer = block.Writer;
        Arithmetic arithmetic = block.Arithmetic;
        bool isLinear = reduce.Reduction is Reduction.Sum or Reduction.Mean;
        bool needsOutput = reduce.Reduction is not (Reduction.Sum or Reduction.Mean or Reduction.Product or Reduction.L1 or Reduction.SumOfSquares);
        List<(string, string, int)> spans = [("delta", block.Deltas(reduce.Output)!, outputs), ("inputDelta", inputDeltas, size)];
        if (!isLinear && reduce.Reduction != Reduction.LogSum)
        {
            spans.Insert(0, ("input", block.Values(reduce.Inputs[0]), size));
        }

        if (needsOutput)
        {
            spans.Insert(0, ("output", block.Values(reduce.Output), outputs));
        }

        block.OpenSamples([.. spans]);
        block.OpenElements(Literal.Integer(outputs));
        string at = ReduceEmitter.At(reduce, "i", "j");
        string count = Literal.Integer(reduce.Count);
        string zero = arithmetic.Literal(0);
        void Each(params string[] statements)
        {
            writer.Open($"for (int j = 0; j < {count}; j++)");
            foreach (string statement in statements)
            {
                writer.Line(statement);
            }

            writer.Close();
        }

        switch (reduce.Reduction)
        {
            case Reduction.Max or Reduction.Min:
                writer.Line("int ties = 0;");
                Each($"ties += input[{at}] == output[i] ? 1 : 0;");
                writer.Line();
                writer.Line($"{block.Type} share = delta[i] / ties;");
                Each($"inputDelta[{at}] += input[{at}] == output[i] ? share : {zero};");
                break;
            case Reduction.Product:
                writer.Line("int zeros = 0;");
                writer.Line($"{block.Type} product = delta[i];");
                Each($"{block.Type} x = input[{at}];", $"zeros += x == {zero} ? 1 : 0;", $"product *= x == {zero} ? {arithmetic.Literal(1)} : x;");
                writer.Line();
                Each($"{block.Type} x = input[{at}];", $"inputDelta[{at}] += zeros == 0 ? product / x : zeros == 1 && x == {zero} ? product : {zero};");
                break;
            case Reduction.L1:
                Each($"{block.Type} x = input[{at}];", $"inputDelta[{at}] += {Signed("x", "delta[i]", arithmetic)};");
                break;
            case Reduction.LogSumExp:
                Each($"inputDelta[{at}] += {arithmetic.Exp($"input[{at}] - output[i]")} * delta[i];");
                break;
            default:
                writer.Line($"{block.Type} share = {Share(reduce, "output[i]", "delta[i]", arithmetic)};");
                Each($"inputDelta[{at}] += {(reduce.Reduction is Reduction.L2 or Reduction.SumOfSquares ? $"input[{at}] * share" : "share")};");
                break;
        }

        writer.Close();
        writer.Close();
    }

    /// <summary>What the deltas of all values of an output have in common.</summary>
    private static string Common(BackwardBlock block, ReduceOperation reduce, string[] x, string y, string delta)
    {
        if (reduce.Reduction is Reduction.Max or Reduction.Min)
        {
            (string one, string zero) = (block.Arithmetic.Literal(1), block.Arithmetic.Literal(0));
            string ties = block.Forward.Declare("ties");
            block.Forward.Sum(ties, [.. x.Select((value, i) => $"{(i == 0 ? "" : "+ ")}({block.Arithmetic.Select(value, "==", y, one, zero)})")]);
            return block.Local("share", $"{delta} / {ties}");
        }

        string share = Share(reduce, y, delta, block.Arithmetic);
        return share == delta || reduce.Reduction is Reduction.Product or Reduction.L1 or Reduction.LogSumExp ? delta : block.Local("share", share);
    }

    private static string Share(ReduceOperation reduce, string y, string delta, Arithmetic arithmetic) => reduce.Reduction switch
    {
        Reduction.Mean when reduce.Count > 1 => $"{delta} / {arithmetic.Literal(reduce.Count)}",
        Reduction.L2 => arithmetic.Select(y, "==", arithmetic.Literal(0), arithmetic.Literal(0), $"{delta} / {y}"),
        Reduction.SumOfSquares => $"{arithmetic.Literal(2)} * {delta}",
        Reduction.LogSum => $"{delta} / {arithmetic.Exp(y)}",
        _ => delta,
    };

    private static string Signed(string x, string delta, Arithmetic arithmetic)
    {
        string zero = arithmetic.Literal(0);
        return arithmetic.Select(x, ">", zero, delta, arithmetic.Select(x, "<", zero, $"-{delta}", zero));
    }
}
