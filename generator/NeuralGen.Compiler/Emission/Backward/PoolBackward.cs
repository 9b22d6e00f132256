using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a pool: the first largest value gets the delta, or all values a share of it.</summary>
internal sealed class PoolBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(PoolOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => ((PoolOperation)operation).Pool == PoolKind.Max
        ? "the delta goes to the first of the largest values under the window"
        : "each value under the window gets an equal share of the delta";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        PoolOperation pool = (PoolOperation)operation;
        int[] sources = pool.Window.Sources();
        string[] x = block.Values(pool.Inputs[0]);
        string[] y = block.Values(pool.Output);
        for (int channel = 0; channel < pool.Channels; channel++)
        {
            for (int pixel = 0; pixel < pool.Window.OutputPixels; pixel++)
            {
                int output = pool.OutputOrder.At(channel, pixel);
                if (block.Delta(pool.Output, output) is not { } delta)
                {
                    continue;
                }

                int[] inputs = [.. pool.Pixels(pixel, sources).Select(source => pool.InputOrder.At(channel, source))];
                if (pool.Pool == PoolKind.Average)
                {
                    int divisor = pool.Divisor(pixel, sources);
                    string share = divisor == 1 ? delta : block.Local("share", $"{delta} / {block.Arithmetic.Literal(divisor)}");
                    Array.ForEach(inputs, input => block.Add(pool.Inputs[0], input, $"+ {share}"));
                    continue;
                }

                WriteMax(block, pool, [.. inputs], x, y[output], delta);
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        PoolOperation pool = (PoolOperation)operation;
        if (block.Deltas(pool.Inputs[0]) is not { } inputDeltas)
        {
            return;
        }

        string deltas = block.Deltas(pool.Output)!;
        string window = block.Window(pool.Layer, pool.Window);
        block.Writer.Line(pool.Pool == PoolKind.Max
            ? $"global::NeuralGen.PoolKernels.MaxGradient({block.Values(pool.Inputs[0])}, {deltas}, {inputDeltas}, {window}, samples);"
            : $"global::NeuralGen.PoolKernels.AverageGradient({deltas}, {inputDeltas}, {window}, {Literal.Flag(pool.CountsPadding)}, samples);");
    }

    /// <summary>Whoever equals the largest value first takes what is left of the delta.</summary>
    private static void WriteMax(BackwardBlock block, PoolOperation pool, int[] inputs, string[] x, string max, string delta)
    {
        string zero = block.Arithmetic.Literal(0);
        string left = inputs.Length == 1 ? delta : block.Local("left", delta);
        for (int i = 0; i < inputs.Length; i++)
        {
            if (i == inputs.Length - 1)
            {
                string rest = inputs.Length == 1 ? delta : block.Local("share", left);
                block.Add(pool.Inputs[0], inputs[i], $"+ {rest}");
                return;
            }

            string share = block.Local("share", block.Arithmetic.Select(x[inputs[i]], "==", max, left, zero));
            block.Writer.Line($"{left} = {left} - {share};");
            block.Add(pool.Inputs[0], inputs[i], $"+ {share}");
        }
    }
}
