using System.Globalization;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Models;
using NeuralGen.Training;

namespace NeuralGen.Tool.Reporting;

/// <summary>Writes how well a network predicts rows of data: a confusion matrix, or residuals.</summary>
internal static class EvaluationSection
{
    private const int MostPoints = 1500;

    /// <summary>The section.</summary>
    public static string Of(OpenModel model, ScoredRows rows, string target)
    {
        string failed = rows.Failed > 0 ? $"<p>{Html.Number(rows.Failed)} rows could not be predicted.</p>\n" : "";
        return failed + (model.Signature.Labels.Count > 0 ? Confusion([.. model.Signature.Labels.Select(label => label.Text)], rows, target) : Residuals(rows, target));
    }

    private static string Confusion(string[] labels, ScoredRows rows, string target)
    {
        (string Actual, string Predicted)[] known = [.. rows.Rows.Where(row => Array.IndexOf(labels, row.Actual) >= 0)];
        if (known.Length == 0)
        {
            throw new ToolException($"column '{target}' has none of the model's labels, {NameList.Text(labels)}");
        }

        float[] predictions = new float[known.Length * labels.Length];
        float[] targets = new float[known.Length * labels.Length];
        for (int i = 0; i < known.Length; i++)
        {
            predictions[(i * labels.Length) + Array.IndexOf(labels, known[i].Predicted)] = 1;
            targets[(i * labels.Length) + Array.IndexOf(labels, known[i].Actual)] = 1;
        }

        ConfusionMatrix matrix = ConfusionMatrix.FromPredictions<float>(predictions, targets, labels.Length);
        string summary = string.Create(CultureInfo.InvariantCulture, $"<p>Accuracy <strong>{matrix.Accuracy:0.####}</strong>, macro F1 {matrix.MacroF1:0.####} on {known.Length:#,0} rows.</p>\n");
        string table = Html.Table("Confusion matrix: rows are true labels, columns predicted ones", ["true", .. labels.Select(label => "#" + label)], labels.Select((label, actual) =>
            (IReadOnlyList<string>)[label, .. labels.Select((_, predicted) => Html.Number(matrix[actual, predicted]))]));
        string each = Html.Table("Precision, recall and F1 by label", ["label", "#precision", "#recall", "#F1"], labels.Select((label, i) =>
            (IReadOnlyList<string>)[label, Share(matrix.Precision(i)), Share(matrix.Recall(i)), Share(matrix.F1(i))]));
        return summary + table + each;
    }

    private static string Residuals(ScoredRows rows, string target)
    {
        IReadOnlyList<(double Actual, double Predicted)> numbers = rows.Numbers();
        if (numbers.Count == 0)
        {
            throw new ToolException($"column '{target}' has no numbers");
        }

        double[] actual = [.. numbers.Select(row => row.Actual)];
        double[] predicted = [.. numbers.Select(row => row.Predicted)];
        string summary = string.Create(
            CultureInfo.InvariantCulture,
            $"<p>R² <strong>{(actual.Distinct().Count() > 1 ? RegressionMetrics.R2<double>(predicted, actual) : double.NaN):0.####}</strong>, mean absolute error {RegressionMetrics.MeanAbsoluteError<double>(predicted, actual):G5}, root mean squared error {RegressionMetrics.RootMeanSquaredError<double>(predicted, actual):G5} on {numbers.Count:#,0} rows.</p>\n");
        int step = Math.Max(1, numbers.Count / MostPoints);
        return summary + "<div class=\"grid\">"
            + Charts.Cloud($"Predicted (up) over true values (right) of {target}", [.. numbers.Where((_, i) => i % step == 0)])
            + Charts.Histogram($"residuals, true less predicted {target}", [.. numbers.Select(row => row.Actual - row.Predicted)]) + "</div>\n";
    }

    private static string Share(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
