using System.Globalization;
using System.Numerics;
using System.Text;

namespace NeuralGen.Training;

/// <summary>The numbers of rows by actual and predicted class.</summary>
/// <remarks>A row whose outputs hold a NaN is predicted as no class: it counts among the rows of its actual class
/// (<see cref="Undecided"/>), and so against accuracy and recall.</remarks>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;
    private readonly int[] _undecided;

    private ConfusionMatrix(int classCount)
    {
        _counts = new int[classCount, classCount];
        _undecided = new int[classCount];
    }

    /// <summary>Gets the number of classes.</summary>
    public int ClassCount => _undecided.Length;

    /// <summary>Gets the share of the rows whose class is predicted.</summary>
    public double Accuracy => (double)Classes.Sum(index => _counts[index, index]) / (_counts.Cast<int>().Sum() + _undecided.Sum());

    /// <summary>Gets the mean of the F1 scores of the classes that occur among the actual or the predicted ones.</summary>
    public double MacroF1 => Occurring.Average(F1);

    /// <summary>Gets the mean of the precisions of the classes that occur among the actual or the predicted ones.</summary>
    public double MacroPrecision => Occurring.Average(Precision);

    /// <summary>Gets the mean of the recalls of the classes that occur among the actual or the predicted ones.</summary>
    public double MacroRecall => Occurring.Average(Recall);

    private IEnumerable<int> Classes => Enumerable.Range(0, ClassCount);

    private IEnumerable<int> Occurring => Classes.Where(index => Actual(index) + Predicted(index) > 0);

    /// <summary>Gets the number of rows of a class that were predicted as a class.</summary>
    /// <param name="actual">the class of the targets.</param>
    /// <param name="predicted">the class of the predictions.</param>
    /// <returns>the number.</returns>
    public int this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>Counts the rows.</summary>
    /// <remarks>One output is the probability of class 1 of two, and class 1 is predicted from 0.5 up; of several
    /// outputs the first of the largest is the class. Targets are read the same way. Where every output is a decision of its own,
    /// <see cref="PerLabel"/> counts.</remarks>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the matrix.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static ConfusionMatrix FromPredictions<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PredictionShape.Rows(predictions, targets, outputSize);
        PredictionShape.RequireTargets(targets, outputSize);
        ConfusionMatrix matrix = new(Math.Max(2, outputSize));
        for (int start = 0; start < predictions.Length; start += outputSize)
        {
            matrix.Count(Decision.ClassOf(targets.Slice(start, outputSize)), Decision.ClassOf(predictions.Slice(start, outputSize)));
        }

        return matrix;
    }

    /// <summary>Counts the rows for every output by itself: class 1 are the rows that have its label, which is predicted from 0.5
    /// up, class 0 the others.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the probabilities, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>a matrix of two classes per output.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's, or a target is NaN.</exception>
    public static IReadOnlyList<ConfusionMatrix> PerLabel<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PredictionShape.Rows(predictions, targets, outputSize);
        PredictionShape.RequireTargets(targets, outputSize);
        ConfusionMatrix[] matrices = [.. Enumerable.Range(0, outputSize).Select(_ => new ConfusionMatrix(2))];
        for (int index = 0; index < predictions.Length; index++)
        {
            matrices[index % outputSize].Count(Decision.ClassOf(targets.Slice(index, 1)), Decision.ClassOf(predictions.Slice(index, 1)));
        }

        return matrices;
    }

    /// <summary>Gets the number of rows of a class that were predicted as none, because their outputs hold a NaN.</summary>
    /// <param name="actual">the class of the targets.</param>
    /// <returns>the number.</returns>
    public int Undecided(int actual) => _undecided[actual];

    /// <summary>Gets the share of the rows predicted as a class that are of it; 0 if none was predicted so.</summary>
    /// <param name="index">the class.</param>
    /// <returns>the precision.</returns>
    public double Precision(int index) => Share(_counts[index, index], Predicted(index));

    /// <summary>Gets the share of the rows of a class that are predicted as it; 0 if there is none.</summary>
    /// <param name="index">the class.</param>
    /// <returns>the recall.</returns>
    public double Recall(int index) => Share(_counts[index, index], Actual(index));

    /// <summary>Gets the harmonic mean of a class's precision and recall; 0 if both are.</summary>
    /// <param name="index">the class.</param>
    /// <returns>the F1 score.</returns>
    public double F1(int index) => Share(2 * _counts[index, index], Predicted(index) + Actual(index));

    /// <summary>Writes the numbers as a table: a line per actual class, a column per predicted one.</summary>
    /// <returns>the table.</returns>
    public override string ToString()
    {
        int width = _counts.Cast<int>().Max().ToString(CultureInfo.InvariantCulture).Length;
        StringBuilder table = new();
        foreach (int actual in Classes)
        {
            table.AppendJoin(' ', Classes.Select(predicted => _counts[actual, predicted].ToString(CultureInfo.InvariantCulture).PadLeft(width)));
            table.Append(actual + 1 < ClassCount ? "\n" : string.Empty);
        }

        return table.ToString();
    }

    internal int Actual(int index) => Classes.Sum(predicted => _counts[index, predicted]) + _undecided[index];

    internal int Predicted(int index) => Classes.Sum(actual => _counts[actual, index]);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private void Count(int actual, int predicted)
    {
        if (predicted == Decision.None)
        {
            _undecided[actual]++;
        }
        else
        {
            _counts[actual, predicted]++;
        }
    }
}
