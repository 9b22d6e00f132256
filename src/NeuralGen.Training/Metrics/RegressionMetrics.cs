using System.Numerics;

namespace NeuralGen.Training;

/// <summary>How far predicted numbers are from their targets, by the definitions of scikit-learn. The sums are made in double
/// precision.</summary>
public static class RegressionMetrics
{
    /// <summary>Computes Σ (p - t)²/n over all values.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the predictions.</param>
    /// <param name="targets">the targets, as many.</param>
    /// <returns>the mean squared error.</returns>
    /// <exception cref="ArgumentException">the lengths differ or are 0.</exception>
    public static double MeanSquaredError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PredictionShape.Rows(predictions, targets, 1);
        return SquaredErrors(predictions, targets, 0, 1) / predictions.Length;
    }

    /// <summary>Computes Σ |p - t|/n over all values.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the predictions.</param>
    /// <param name="targets">the targets, as many.</param>
    /// <returns>the mean absolute error.</returns>
    /// <exception cref="ArgumentException">the lengths differ or are 0.</exception>
    public static double MeanAbsoluteError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PredictionShape.Rows(predictions, targets, 1);
        double sum = 0;
        for (int index = 0; index < predictions.Length; index++)
        {
            sum += Math.Abs(double.CreateChecked(predictions[index]) - double.CreateChecked(targets[index]));
        }

        return sum / predictions.Length;
    }

    /// <summary>Computes the root of the mean squared error of each output, and their mean over the outputs.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the predictions, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the root mean squared error.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public static double RootMeanSquaredError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = PredictionShape.Rows(predictions, targets, outputSize);
        double sum = 0;
        for (int output = 0; output < outputSize; output++)
        {
            sum += Math.Sqrt(SquaredErrors(predictions, targets, output, outputSize) / rows);
        }

        return sum / outputSize;
    }

    /// <summary>Computes the coefficient of determination 1 - Σ (p - t)²/Σ (t - t̄)² of each output, and their mean over the
    /// outputs.</summary>
    /// <remarks>An output whose target never changes counts as 1 if it is predicted exactly, else as 0.</remarks>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the predictions, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the coefficient, 1 at best; NaN for a single row.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public static double R2<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = PredictionShape.Rows(predictions, targets, outputSize);
        if (rows < 2)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int output = 0; output < outputSize; output++)
        {
            double unexplained = SquaredErrors(predictions, targets, output, outputSize);
            double total = SquaredDeviations(targets, output, outputSize);
            sum += total == 0 ? (unexplained == 0 ? 1 : 0) : 1 - (unexplained / total);
        }

        return sum / outputSize;
    }

    private static double SquaredErrors<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int first, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int index = first; index < predictions.Length; index += stride)
        {
            double error = double.CreateChecked(predictions[index]) - double.CreateChecked(targets[index]);
            sum += error * error;
        }

        return sum;
    }

    private static double SquaredDeviations<T>(ReadOnlySpan<T> values, int first, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double mean = 0;
        int count = values.Length / stride;
        for (int index = first; index < values.Length; index += stride)
        {
            mean += double.CreateChecked(values[index]) / count;
        }

        double sum = 0;
        for (int index = first; index < values.Length; index += stride)
        {
            double deviation = double.CreateChecked(values[index]) - mean;
            sum += deviation * deviation;
        }

        return sum;
    }
}
