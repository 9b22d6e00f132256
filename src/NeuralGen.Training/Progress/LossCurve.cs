using System.Globalization;
using System.Text;

namespace NeuralGen.Training;

/// <summary>Draws losses over epochs in plain characters.</summary>
public static class LossCurve
{
    /// <summary>Draws a curve: a star per column at the mean of its epochs, and the largest and the smallest of those means at
    /// the left.</summary>
    /// <param name="losses">the losses, one per epoch; values that are not finite leave a gap.</param>
    /// <param name="columns">the largest number of columns of the drawing, at least 1; there are no more than epochs.</param>
    /// <param name="rows">the number of rows of the drawing, at least 2.</param>
    /// <returns>the drawing, lines ended by a line feed; empty if there is no finite loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">a size is too small.</exception>
    public static string Draw(IReadOnlyList<double> losses, int columns = 60, int rows = 10)
    {
        ArgumentNullException.ThrowIfNull(losses);
        HyperParameter.AtLeast(1, columns, nameof(columns));
        HyperParameter.AtLeast(2, rows, nameof(rows));
        double[] means = ColumnMeans(losses, Math.Min(columns, losses.Count));
        double[] finite = Array.FindAll(means, double.IsFinite);
        if (finite.Length == 0)
        {
            return string.Empty;
        }

        double maximum = finite.Max();
        double minimum = finite.Min();
        string[] labels = [Label(maximum), Label(minimum)];
        int labelWidth = labels.Max(label => label.Length);
        StringBuilder drawing = new();
        for (int row = 0; row < rows; row++)
        {
            string label = row == 0 ? labels[0] : row == rows - 1 ? labels[1] : string.Empty;
            string points = string.Concat(means.Select(mean => double.IsFinite(mean) && RowOf(mean, minimum, maximum, rows) == row ? '*' : ' '));
            drawing.Append(label.PadLeft(labelWidth)).Append(" |").Append(points.TrimEnd()).Append('\n');
        }

        return drawing.ToString();
    }

    private static int RowOf(double value, double minimum, double maximum, int rows) =>
        maximum == minimum ? rows - 1 : (int)Math.Round((maximum - value) / (maximum - minimum) * (rows - 1), MidpointRounding.AwayFromZero);

    private static double[] ColumnMeans(IReadOnlyList<double> values, int columns)
    {
        double[] means = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            int first = (int)((long)column * values.Count / columns);
            int end = (int)((long)(column + 1) * values.Count / columns);
            means[column] = values.Skip(first).Take(end - first).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
        }

        return means;
    }

    private static string Label(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
