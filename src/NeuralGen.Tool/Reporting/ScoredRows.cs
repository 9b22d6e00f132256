using System.Globalization;
using CsvHelper;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;
using NeuralGen.Tool.Predicting;

namespace NeuralGen.Tool.Reporting;

/// <summary>Rows of data with what the network predicts of them beside what is true.</summary>
internal sealed class ScoredRows
{
    /// <summary>More rows than these are not looked at: a report is no archive.</summary>
    public const int Most = 1_000_000;

    private ScoredRows(IReadOnlyList<(string Actual, string Predicted)> rows, long failed) => (Rows, Failed) = (rows, failed);

    /// <summary>The rows.</summary>
    public IReadOnlyList<(string Actual, string Predicted)> Rows { get; }

    /// <summary>How many rows could not be predicted.</summary>
    public long Failed { get; }

    /// <summary>Predicts the rows of a file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file.</param>
    /// <param name="target">The column with what is true.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ScoredRows> ReadAsync(OpenModel model, string path, string target, CancellationToken cancellationToken)
    {
        using FileStream stream = InputFile.Open(path);
        PredictionOptions options = new((byte)',', HasHeader: true, ErrorPolicy.Skip, KeepsOthers: false, [target]);
        Prediction prediction = new(model, options, path);
        List<(string, string)> rows = [];
        bool isFirst = true;
        await prediction.RunAsync(new RowSource(stream, path, options.Separator, isPaced: false), Add, mayBeEmpty: false, cancellationToken);
        return rows.Count > 0 ? new ScoredRows(rows, prediction.Totals.Failed) : throw new ToolException($"{path}: has no row that can be predicted{(prediction.Totals.Errors.Count > 0 ? FormattableString.Invariant($"; line {prediction.Totals.Errors[0].Line}: {prediction.Totals.Errors[0].Message}") : "")}");

        void Add(ReadOnlyMemory<byte> text)
        {
            using CsvReader csv = CsvReader.Create(text.ToArray(), RowPredictor.Format(options));
            while (csv.Read())
            {
                // The names come first; behind the true value stands the label, or the first output.
                if (!isFirst && rows.Count < Most)
                {
                    rows.Add((csv.GetString(0), csv.GetString(1)));
                }

                isFirst = false;
            }
        }
    }

    /// <summary>The rows as numbers, those of which both are.</summary>
    public IReadOnlyList<(double Actual, double Predicted)> Numbers() =>
    [
        .. Rows.Select(row => (Number(row.Actual), Number(row.Predicted))).Where(row => double.IsFinite(row.Item1) && double.IsFinite(row.Item2)),
    ];

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
