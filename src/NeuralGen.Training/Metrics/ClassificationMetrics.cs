using System.Numerics;

namespace NeuralGen.Training;

/// <summary>How well predicted probabilities tell classes apart, by the definitions of scikit-learn.</summary>
/// <remarks>
/// <para>One output is the probability of class 1 of two, and class 1 is predicted from 0.5 up. Several outputs are
/// the probabilities of a class each, and the most probable class is predicted, the first if several are. Targets are 0
/// or 1, or one-hot. A row whose outputs hold a NaN is predicted as no class, which is wrong.</para>
/// <para>With <see cref="Classification.MultiLabel"/> every output is a decision of its own: a label that is predicted from 0.5
/// up.</para>
/// </remarks>
public static class ClassificationMetrics
{
    /// <summary>Computes the share of the rows whose class is predicted; of several labels, the share of the decisions that are right.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the accuracy, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double Accuracy<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IsMultiLabel(outputSize, classification)
            ? ConfusionMatrix.PerLabel(predictions, targets, outputSize).Average(label => label.Accuracy)
            : ConfusionMatrix.FromPredictions(predictions, targets, outputSize).Accuracy;

    /// <summary>Computes the share of the rows all of whose labels are predicted and no others (exact match).</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the accuracy, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double SubsetAccuracy<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!IsMultiLabel(outputSize, classification))
        {
            return Accuracy(predictions, targets, outputSize, classification);
        }

        int rows = PredictionShape.Rows(predictions, targets, outputSize);
        PredictionShape.RequireTargets(targets, outputSize);
        int matches = 0;
        for (int start = 0; start < predictions.Length; start += outputSize)
        {
            bool isMatch = true;
            for (int index = start; index < start + outputSize; index++)
            {
                isMatch &= Decision.ClassOf(predictions.Slice(index, 1)) == Decision.ClassOf(targets.Slice(index, 1));
            }

            matches += isMatch ? 1 : 0;
        }

        return (double)matches / rows;
    }

    /// <summary>Computes the precision: of class 1 for one output, else the mean over the classes that occur, or over all labels (macro).</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double Precision<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Macro(predictions, targets, outputSize, classification, confusion => confusion.Precision(1), confusion => confusion.MacroPrecision);

    /// <summary>Computes the recall: of class 1 for one output, else the mean over the classes that occur, or over all labels (macro).</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double Recall<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Macro(predictions, targets, outputSize, classification, confusion => confusion.Recall(1), confusion => confusion.MacroRecall);

    /// <summary>Computes the F1 score: of class 1 for one output, else the mean over the classes that occur, or over all labels (macro).</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double F1<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Macro(predictions, targets, outputSize, classification, confusion => confusion.F1(1), confusion => confusion.MacroF1);

    /// <summary>Computes the precision of all classes or labels together (micro); that of class 1 for one output.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double MicroPrecision<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Micro(predictions, targets, outputSize, classification, (right, _, predicted) => (right, predicted));

    /// <summary>Computes the recall of all classes or labels together (micro); that of class 1 for one output.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double MicroRecall<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Micro(predictions, targets, outputSize, classification, (right, actual, _) => (right, actual));

    /// <summary>Computes the F1 score of all classes or labels together (micro); that of class 1 for one output.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the score, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double MicroF1<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Micro(predictions, targets, outputSize, classification, (right, actual, predicted) => (2 * right, actual + predicted));

    /// <summary>Computes the mean over the rows of -t·ln p - (1 - t)·ln(1 - p) for one output, of -Σ t·ln p for several; of several labels, the mean
    /// of the former over rows and labels.</summary>
    /// <remarks>Probabilities are limited to [ε, 1 - ε], ε being the type's spacing at 1, and those of several classes are divided
    /// by their sum.</remarks>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the loss, at least 0; NaN if a prediction is.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double LogLoss<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = PredictionShape.Rows(predictions, targets, outputSize);
        bool isBinary = outputSize == 1 || IsMultiLabel(outputSize, classification);
        double sum = 0;
        for (int start = 0; start < predictions.Length; start += isBinary ? 1 : outputSize)
        {
            sum += isBinary
                ? BinaryLogLoss(Limit(predictions[start]), double.CreateChecked(targets[start]))
                : RowLogLoss(predictions.Slice(start, outputSize), targets.Slice(start, outputSize));
        }

        return sum / (isBinary ? predictions.Length : rows);
    }

    /// <summary>Whether every output is a decision of its own; without a loss to tell, only where it is asked for.</summary>
    internal static bool IsMultiLabel(int outputSize, Classification classification) => outputSize > 1 && classification == Classification.MultiLabel;

    private static double Macro<T>(
        ReadOnlySpan<T> predictions,
        ReadOnlySpan<T> targets,
        int outputSize,
        Classification classification,
        Func<ConfusionMatrix, double> ofTwo,
        Func<ConfusionMatrix, double> ofSeveral)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsMultiLabel(outputSize, classification))
        {
            return ConfusionMatrix.PerLabel(predictions, targets, outputSize).Average(ofTwo);
        }

        ConfusionMatrix confusion = ConfusionMatrix.FromPredictions(predictions, targets, outputSize);
        return outputSize == 1 ? ofTwo(confusion) : ofSeveral(confusion);
    }

    private static double Micro<T>(
        ReadOnlySpan<T> predictions,
        ReadOnlySpan<T> targets,
        int outputSize,
        Classification classification,
        Func<int, int, int, (int Part, int Whole)> share)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isMultiClass = outputSize > 1 && !IsMultiLabel(outputSize, classification);
        IEnumerable<(ConfusionMatrix Matrix, int Class)> classes = isMultiClass
            ? Enumerable.Repeat(ConfusionMatrix.FromPredictions(predictions, targets, outputSize), outputSize).Select((matrix, index) => (matrix, index))
            : ConfusionMatrix.PerLabel(predictions, targets, outputSize).Select(matrix => (matrix, 1));
        (int right, int actual, int predicted) = (0, 0, 0);
        foreach ((ConfusionMatrix matrix, int index) in classes)
        {
            right += matrix[index, index];
            actual += matrix.Actual(index);
            predicted += matrix.Predicted(index);
        }

        (int part, int whole) = share(right, actual, predicted);
        return whole == 0 ? 0 : (double)part / whole;
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
