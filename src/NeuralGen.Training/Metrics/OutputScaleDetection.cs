using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Finds out on which scale the outputs of a network are. The interface of networks does not tell, but their loss is
/// that of the probabilities whatever the output is, so only the right scale explains it.</summary>
internal static class OutputScaleDetection
{
    private const int MaximumRows = 32;
    private const double SmallestProbability = 1e-12;

    public static OutputScale Detect<T>(ITrainableNetwork<T> network, Dataset<T> data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isCategorical = network.LossFunction == LossFunction.CategoricalCrossEntropy;
        if (!isCategorical && network.LossFunction != LossFunction.BinaryCrossEntropy)
        {
            return OutputScale.Values;
        }

        OutputScale[] scales = isCategorical
            ? [OutputScale.Probabilities, OutputScale.Logits, OutputScale.LogProbabilities]
            : [OutputScale.Probabilities, OutputScale.Logits];
        double[] deviations = new double[scales.Length];
        T[] output = new T[network.OutputSize];
        double[] probabilities = new double[network.OutputSize];
        for (int row = 0; row < Math.Min(data.Rows, MaximumRows); row++)
        {
            DatasetRow<T> sample = data.Row(row);
            network.Predict(sample.Input, output);
            double loss = double.CreateChecked(network.Loss(sample.Input, sample.Target));
            if (!double.IsFinite(loss) || !TensorPrimitives.IsFiniteAll<T>(output))
            {
                // It is equally far from what any scale explains.
                continue;
            }

            for (int index = 0; index < scales.Length; index++)
            {
                double explained = Loss(output, sample.Target, probabilities, scales[index], network.LossFunction);
                deviations[index] += Math.Abs(explained - loss);
            }
        }

        return scales[Array.IndexOf(deviations, deviations.Min())];
    }

    private static double Loss<T>(T[] output, ReadOnlySpan<T> target, double[] probabilities, OutputScale scale, LossFunction function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < output.Length; index++)
        {
            probabilities[index] = double.CreateChecked(output[index]);
        }

        Probabilities.FromOutputs(probabilities, probabilities.Length, scale, function);
        double sum = 0;
        for (int index = 0; index < output.Length; index++)
        {
            double wanted = double.CreateChecked(target[index]);
            sum -= wanted * Math.Log(Math.Max(probabilities[index], SmallestProbability));
            sum -= function == LossFunction.BinaryCrossEntropy ? (1 - wanted) * Math.Log(Math.Max(1 - probabilities[index], SmallestProbability)) : 0;
        }

        return function == LossFunction.BinaryCrossEntropy ? sum / output.Length : sum;
    }
}
