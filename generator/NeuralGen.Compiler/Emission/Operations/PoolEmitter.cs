using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes pools.</summary>
internal sealed class PoolEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(PoolOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        PoolOperation pool = (PoolOperation)step.Operation;
        int[] sources = pool.Window.Sources();
        string?[] outputs = new string?[needed.Length];
        for (int channel = 0; channel < pool.Channels; channel++)
        {
            for (int pixel = 0; pixel < pool.Window.OutputPixels; pixel++)
            {
                int index = pool.OutputOrder.At(channel, pixel);
                if (needed[index])
                {
                    string[] values = [.. pool.Pixels(pixel, sources).Select(source => inputs[0][pool.InputOrder.At(channel, source)]!)];
                    outputs[index] = block.DeclareElement(pool.Output, index);
                    Write(block, pool, outputs[index]!, values, pool.Divisor(pixel, sources));
                }
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        PoolOperation pool = (PoolOperation)step.Operation;
        block.Writer.Line(Call(pool, block.Input, block.Output, block.Window(pool.Layer, pool.Window), "1"));
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        PoolOperation pool = (PoolOperation)step.Operation;
        block.Writer.Line(Call(pool, block.Values(pool.Inputs[0]), block.Values(step.Output), block.Window(pool.Layer, pool.Window), "samples"));
        WriteEpilogue(block, step);
    }

    private static string Call(PoolOperation pool, string input, string output, string window, string samples) => pool.Pool == PoolKind.Max
        ? $"global::NeuralGen.PoolKernels.Max({input}, {output}, {window}, {samples});"
        : $"global::NeuralGen.PoolKernels.Average({input}, {output}, {window}, {Literal.Flag(pool.CountsPadding)}, {samples});";

    private static void Write(UnrolledBlock block, PoolOperation pool, string name, string[] values, int divisor)
    {
        if (pool.Pool == PoolKind.Max)
        {
            block.Local(name, values[0]);
            foreach (string value in values.Skip(1))
            {
                block.Writer.Line($"{name} = {block.Arithmetic.Max(name, value)};");
            }

            return;
        }

        string sum = values.Length == 1 ? values[0] : block.Declare($"{name}_sum");
        if (values.Length > 1)
        {
            block.Sum(sum, [.. values.Select((value, i) => i == 0 ? value : "+ " + value)]);
        }

        block.Local(name, divisor == 1 ? sum : $"{sum} / {block.Arithmetic.Literal(divisor)}");
    }
}
