using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes convolutions, with the elementwise activation that follows.</summary>
internal sealed class ConvolutionEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ConvolutionOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        ConvolutionOperation convolution = (ConvolutionOperation)step.Operation;
        WeightedSum sum = new(block, convolution.Weights, convolution.Bias);
        int[] sources = convolution.Sources();
        string?[] outputs = new string?[needed.Length];
        for (int unit = 0; unit < convolution.Units; unit++)
        {
            for (int pixel = 0; pixel < convolution.OutputPixels; pixel++)
            {
                int index = convolution.OutputOrder.At(unit, pixel);
                if (needed[index])
                {
                    string name = block.DeclareElement(convolution.Output, index);
                    sum.Write(name, convolution.Products(unit, pixel, sources), unit, inputs[0]);
                    outputs[index] = ActivationEmitter.Element(block, step.Activation, index, name);
                }
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ConvolutionOperation convolution = (ConvolutionOperation)step.Operation;
        string? packed = block.Arithmetic.Precision == Precision.Single && !convolution.IsTransposed ? block.Packed(step) : null;
        if (packed is not null)
        {
            block.Writer.Line(Call(packed, step, new StepFormulas(block, step).OfOperation.Inputs, block.Output, "1", block.Arithmetic));
        }
        else
        {
            string weights = block.Reference("weights", convolution.Weights);
            string bias = convolution.Bias is null ? "default" : block.Reference("bias", convolution.Bias);
            block.Writer.Line(Call(convolution, weights, bias, block.Input, block.Output, block.Window(convolution.Layer, convolution.Window), "1"));
        }

        DenseEmitter.WriteActivation(block, packed is not null && step.Activation?.Function.Kernel is not null ? null : step.Activation);
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        ConvolutionOperation convolution = (ConvolutionOperation)step.Operation;
        string output = block.Values(step.Output);
        if (!convolution.IsTransposed && block.Packed(step) is { } packed)
        {
            int[] inputs = [.. step.Prologue?.Inputs ?? convolution.Inputs, .. step.Residual is { } residual ? [residual] : Array.Empty<int>()];
            block.Writer.Line(Call(packed, step, [.. inputs.Select(block.Values)], output, "samples", block.Arithmetic));
            WriteEpilogue(block, step);
            return;
        }

        string weights = block.Numbers(convolution, "weights", convolution.Weights);
        string bias = convolution.Bias is null ? "default" : block.Numbers(convolution, "bias", convolution.Bias);
        block.Writer.Line(Call(convolution, weights, bias, block.Values(convolution.Inputs[0]), output, block.Window(convolution.Layer, convolution.Window), "samples"));
        WriteEpilogue(block, step);
    }

    /// <summary>The call of a packed convolution, with what the kernel computes along with it.</summary>
    private static string Call(string packed, Step step, IReadOnlyList<string> inputs, string output, string samples, Arithmetic arithmetic)
    {
        ActivationFunction? function = step.Activation?.Function;
        bool isRelu = function is RectifierFunction { IsZeroBelow: true };
        string activation = isRelu || function?.Kernel is null ? "" : $", {ActivationCall.Function(function, arithmetic)}";
        string scaled = step.Prologue is null ? "" : "Scaled";
        return $"{packed}.Forward{scaled}{(isRelu ? "Relu" : "")}({string.Join(", ", step.Prologue is null ? inputs : Scaled(step, inputs))}, {output}, {samples}{activation});";
    }

    /// <summary>The image, the factors of its channels, and what is added, or nothing.</summary>
    private static IEnumerable<string> Scaled(Step step, IReadOnlyList<string> inputs)
    {
        RowFactors factors = RowFactors.Of(step.Prologue!)!;
        return [inputs[factors.Rows], inputs[factors.Factors], step.Residual is null ? "default" : inputs[step.Prologue!.Inputs.Count]];
    }

    private static string Call(ConvolutionOperation convolution, string weights, string bias, string input, string output, string window, string samples) =>
        $"global::NeuralGen.ConvolutionKernels.Forward{(convolution.IsTransposed ? "Transposed" : "")}({weights}, {bias}, {input}, {output}, {window}, {Literal.Integer(convolution.Groups)}, {samples});";
}
