using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Turns outputs into probabilities.</summary>
internal static class Probabilities
{
    public static void FromOutputs<T>(Span<T> outputs, int outputSize, OutputScale scale, LossFunction loss)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (scale == OutputScale.LogProbabilities)
        {
            TensorPrimitives.Exp(outputs, outputs);
        }
        else if (scale == OutputScale.Logits && loss != LossFunction.CategoricalCrossEntropy)
        {
            TensorPrimitives.Sigmoid(outputs, outputs);
        }
        else if (scale == OutputScale.Logits)
        {
            for (int start = 0; start < outputs.Length; start += outputSize)
            {
                Softmax(outputs.Slice(start, outputSize));
            }
        }
    }

    private static void Softmax<T>(Span<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<T>(logits), logits);
        TensorPrimitives.Exp(logits, logits);
        TensorPrimitives.Divide(logits, TensorPrimitives.Sum<T>(logits), logits);
    }
}
