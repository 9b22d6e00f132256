using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a convolution: each weight's derivative is the sum of its inputs times their outputs' deltas.</summary>
internal sealed class ConvolutionBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ConvolutionOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => wantsParameters
        ? "the derivative of each weight is the sum, over all positions, of the delta there times the input that it met" + (((ConvolutionOperation)operation).Bias is null ? "" : ", that of a bias the sum of the deltas")
        : "the delta of each input is the sum of the weights that met it times the deltas there";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        ConvolutionOperation convolution = (ConvolutionOperation)operation;
        int[] sources = convolution.Sources();
        string[] values = block.Values(convolution.Inputs[0]);
        Dictionary<int, List<string>> weightTerms = [];
        Dictionary<int, List<string>> biasTerms = [];
        for (int unit = 0; unit < convolution.Units; unit++)
        {
            for (int pixel = 0; pixel < convolution.OutputPixels; pixel++)
            {
                if (block.Delta(convolution.Output, convolution.OutputOrder.At(unit, pixel)) is not { } delta)
                {
                    continue;
                }

                Add(biasTerms, unit, delta);
                foreach ((int weight, int input) in convolution.Products(unit, pixel, sources))
                {
                    Add(weightTerms, weight, $"{delta} * {values[input]}");
                    block.AddProduct(convolution.Inputs[0], input, convolution.Weights, weight, delta);
                }
            }
        }

        if (!block.WantsParameters)
        {
            return;
        }

        for (int weight = 0; weight < convolution.Weights.Count; weight++)
        {
            block.GradientSum(convolution.Weights, weight, "weight_delta", weightTerms.TryGetValue(weight, out List<string>? terms) ? terms : []);
        }

        for (int unit = 0; unit < convolution.Units && convolution.Bias is not null; unit++)
        {
            block.GradientSum(convolution.Bias, unit, "bias_delta", biasTerms.TryGetValue(unit, out List<string>? terms) ? terms : []);
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        ConvolutionOperation convolution = (ConvolutionOperation)operation;
        string deltas = block.Deltas(convolution.Output)!;
        string window = block.Window(convolution.Layer, convolution.Window);
        string groups = Literal.Integer(convolution.Groups);
        string add = convolution.IsTransposed ? "AddTransposed" : "Add";
        if (block.WantsParameters)
        {
            string bias = convolution.Bias is null ? "default" : block.Gradient(convolution.Bias);
            block.Writer.Line(
                $"global::NeuralGen.ConvolutionKernels.{add}ParameterGradient({block.Values(convolution.Inputs[0])}, {deltas}, {block.Gradient(convolution.Weights)}, {bias}, {window}, {groups}, samples, false);");
        }

        if (block.Deltas(convolution.Inputs[0]) is { } inputDeltas)
        {
            string weights = block.Numbers(convolution, "weights", convolution.Weights);
            block.Writer.Line($"global::NeuralGen.ConvolutionKernels.{add}InputGradient({weights}, {deltas}, {inputDeltas}, {window}, {groups}, samples);");
        }
    }

    private static void Add(Dictionary<int, List<string>> all, int index, string term)
    {
        if (!all.TryGetValue(index, out List<string>? terms))
        {
            all.Add(index, terms = []);
        }

        terms.Add(term);
    }
}
