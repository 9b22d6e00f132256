using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes planes brought to another size; values that are taken as they are take no code.</summary>
internal sealed class ResampleEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ResampleOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        ResampleOperation resample = (ResampleOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (!needed[i])
            {
                continue;
            }

            (int Source, double Weight)[] products = [.. resample.Products(i, new Rounding(block.Arithmetic.Precision))];
            if (products.Length == 1 && products[0].Weight == 1)
            {
                outputs[i] = inputs[0][products[0].Source];
                continue;
            }

            outputs[i] = block.DeclareElement(resample.Output, i);
            block.Sum(outputs[i]!, [.. products.Select((product, k) => Product(product.Weight, inputs[0][product.Source]!, k == 0, block.Arithmetic))]);
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ResampleOperation resample = (ResampleOperation)step.Operation;
        block.Writer.Line($"{block.Resampling(resample)}.Forward({block.Input}, {block.Output});");
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        ResampleOperation resample = (ResampleOperation)step.Operation;
        block.Writer.Line($"{block.Resampling(resample)}.Forward({block.Values(resample.Inputs[0])}, {block.Values(step.Output)});");
        WriteEpilogue(block, step);
    }

    /// <summary>A term of a sum: a weight times a variable, with its sign.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="value">The variable.</param>
    /// <param name="isFirst">Whether it is the first.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string Product(double weight, string value, bool isFirst, Arithmetic arithmetic)
    {
        string product = Math.Abs(weight) == 1 ? value : $"{arithmetic.Literal(Math.Abs(weight))} * {value}";
        return weight < 0 ? (isFirst ? "-" : "- ") + product : (isFirst ? "" : "+ ") + product;
    }
}
