using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a dense layer: each weight's derivative is its input times its unit's delta.</summary>
internal sealed class DenseBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(DenseOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => wantsParameters
        ? "the derivative of each weight is its unit's delta times its input" + (((DenseOperation)operation).Bias is null ? "" : ", that of a bias the delta itself")
        : "the delta of each input is the sum of its weights times their units' deltas";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        DenseOperation dense = (DenseOperation)operation;
        int input = dense.Inputs[0];
        string[] values = block.Values(input);
        string?[] deltas = [.. Enumerable.Range(0, dense.Units).Select(unit => block.Delta(dense.Output, unit))];
        for (int unit = 0; unit < dense.Units; unit++)
        {
            for (int i = 0; i < dense.InputSize; i++)
            {
                int weight = (unit * dense.InputSize) + i;
                if (deltas[unit] is { } delta)
                {
                    if (block.WantsParameters)
                    {
                        block.GradientProduct(dense.Weights, weight, delta, values[i]);
                    }

                    block.AddProduct(input, i, dense.Weights, weight, delta);
                }
                else if (block.WantsParameters)
                {
                    block.NoGradient(dense.Weights, weight);
                }
            }
        }

        for (int unit = 0; unit < dense.Units && dense.Bias is not null && block.WantsParameters; unit++)
        {
            if (deltas[unit] is { } delta)
            {
                block.Gradient(dense.Bias, unit, delta);
            }
            else
            {
                block.NoGradient(dense.Bias, unit);
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        DenseOperation dense = (DenseOperation)operation;
        string deltas = block.Deltas(dense.Output)!;
        if (block.WantsParameters)
        {
            string bias = dense.Bias is null ? "default" : block.Gradient(dense.Bias);
            string isFirst = IsFirst(block, dense) ? "isFirst" : "false";
            block.Writer.Line(
                $"global::NeuralGen.DenseKernels.AddParameterGradient({block.Values(dense.Inputs[0])}, {deltas}, {block.Gradient(dense.Weights)}, {bias}, samples, {isFirst});");
        }

        if (block.Deltas(dense.Inputs[0]) is { } inputDeltas)
        {
            string weights = block.Numbers(dense, "weights", dense.Weights);
            block.Writer.Line($"global::NeuralGen.DenseKernels.AddInputGradient({weights}, {deltas}, {inputDeltas}, samples);");
        }
    }

    /// <summary>Whether the layer shares its numbers with none that was met before; of one that shares some, the others are cleared.</summary>
    private static bool IsFirst(SamplesBlock block, DenseOperation dense)
    {
        bool areWeights = block.IsFirst(dense.Weights);
        bool isBias = dense.Bias is null ? areWeights : block.IsFirst(dense.Bias);
        if (areWeights != isBias)
        {
            block.Writer.Open("if (isFirst)");
            block.Writer.Line($"{block.Gradient(areWeights ? dense.Weights : dense.Bias!)}.Clear();");
            block.Writer.Close();
        }

        return areWeights && isBias;
    }
}
