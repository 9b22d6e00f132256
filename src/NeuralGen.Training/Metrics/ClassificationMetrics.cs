using System.Numerics;

namespace NeuralGen.Training;

/// <summary>How well predicted probabilities tell classes apart, by the definitions of scikit-learn.</summary>
/// <remarks>One output is the probability of class 1 of two, and class 1 is predicted if it is above 0.5. Several outputs are
/// the probabilities of a class each, and the most probable class is predicted, the first if several are. Targets are 0
/// or 1, or one-hot.</remarks>
public static class ClassificationMetrics
{
    /// <summary>Computes the share of the rows whose class is predicted.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the accuracy, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public static double Accuracy<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ConfusionMatrix.FromPredictions(predictions, targets, outputSize).Accuracy;

    /// <summary>Computes the F1 score: of class 1 for one output, else the mean over the classes (macro).</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public static double F1<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConfusionMatrix confusion = ConfusionMatrix.FromPredictions(predictions, targets, outputSize);
        return outputSize == 1 ? confusion.F1(1) : confusion.MacroF1;
    }

    /// <summary>Computes the mean over the rows of -t·ln p - (1 - t)·ln(1 - p) for one output, of -Σ t·ln p for several.</summary>
    /// <remarks>Probabilities are limited to [ε, 1 - ε], ε being the type's spacing at 1, and those of several outputs are divided
    /// by their sum.</remarks>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the loss, at least 0.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public static double LogLoss<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = PredictionShape.Rows(predictions, targets, outputSize);
        double sum = 0;
        for (int start = 0; start < predictions.Length; start += outputSize)
        {
            sum += outputSize == 1
                ? BinaryLogLoss(Limit(predictions[start]), double.CreateChecked(targets[start]))
                : RowLogLoss(predictions.Slice(start, outputSize), targets.Slice(start, outputSize));
        }

        return sum / rows;
    }

    private static double BinaryLogLoss(double probability, double target) =>
        -(target * Math.Log(probability)) - ((1 - target) * Math.Log(1 - probability));

    private static double RowLogLoss<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double total = 0;
        for (int output = 0; output < probabilities.Length; output++)
        {
            total += Limit(probabilities[output]);
        }

        double loss = 0;
        for (int output = 0; output < probabilities.Length; output++)
        {
            loss -= double.CreateChecked(targets[output]) * Math.Log(Limit(probabilities[output]) / total);
        }

        return loss;
    }

    private static double Limit<T>(T probability)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T spacing = T.BitIncrement(T.One) - T.One;
        return double.CreateChecked(T.Clamp(probability, spacing, T.One - spacing));
    }
}
