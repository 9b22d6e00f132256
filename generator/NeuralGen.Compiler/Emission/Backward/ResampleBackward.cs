using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of planes brought to another size: the deltas go back with the weights of the forward pass.</summary>
internal sealed class ResampleBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ResampleOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "the delta of each value is the sum of the deltas that it had a part in, times its weights there";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        ResampleOperation resample = (ResampleOperation)operation;
        for (int i = 0; i < block.Values(resample.Output).Length; i++)
        {
            if (block.Delta(resample.Output, i) is not { } delta)
            {
                continue;
            }

            foreach ((int source, double weight) in resample.Products(i, new Rounding(block.Arithmetic.Precision)))
            {
                block.Add(resample.Inputs[0], source, ResampleEmitter.Product(weight, delta, isFirst: false, block.Arithmetic));
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        ResampleOperation resample = (ResampleOperation)operation;
        if (block.Deltas(resample.Inputs[0]) is { } inputDeltas)
        {
            block.Writer.Line($"{block.Resampling(resample)}.AddInputGradient({block.Deltas(resample.Output)}, {inputDeltas});");
        }
    }
}
