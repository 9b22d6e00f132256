using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The area under the receiver operating characteristic: how probable it is that a row of the class gets a higher
/// score than another row, a tie counting half.</summary>
public static class RocAuc
{
    /// <summary>Computes the area for one output, or the mean over the classes of the area of each against the rest
    /// (one-vs-rest, macro), or over the labels of the area of each.</summary>
    /// <remarks>The area is (R - n₁·(n₁ + 1)/2)/(n₁·n₀), R being the sum of the ranks of the n₁ rows of the class among all, with the
    /// mean rank for equal scores (Mann and Whitney 1947).</remarks>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the scores, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, 0 or 1 or one-hot, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the area, from 0 to 1; NaN if a class has no row or all rows, or a score is NaN.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1, Classification classification = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = PredictionShape.Rows(predictions, targets, outputSize);
        PredictionShape.RequireTargets(targets, outputSize);
        bool isMultiLabel = ClassificationMetrics.IsMultiLabel(outputSize, classification);
        T[] scores = new T[rows];
        bool[] isMember = new bool[rows];
        double sum = 0;
        for (int output = 0; output < outputSize; output++)
        {
            for (int row = 0; row < rows; row++)
            {
                int start = row * outputSize;
                scores[row] = predictions[start + output];
                isMember[row] = isMultiLabel || outputSize == 1
                    ? Decision.IsYes(targets[start + output])
                    : Decision.ClassOf(targets.Slice(start, outputSize)) == output;
            }

            sum += scores.Any(T.IsNaN) ? double.NaN : Area(scores, isMember);
        }

        return sum / outputSize;
    }

    private static double Area<T>(T[] scores, bool[] isMember)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Array.Sort(scores, isMember);
        double rankSum = 0;
        double members = 0;
        for (int first = 0; first < scores.Length;)
        {
            int end = first + 1;
            while (end < scores.Length && scores[end] == scores[first])
            {
                end++;
            }

            int tied = isMember.AsSpan(first, end - first).Count(true);
            rankSum += tied * (first + 1 + end) / 2.0;
            members += tied;
            first = end;
        }

        double others = scores.Length - members;
        return members == 0 || others == 0
            ? double.NaN
            : (rankSum - (members * (members + 1) / 2)) / (members * others);
    }
}
