using CsvHelper;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Output;
using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>Looks through a file to find out what its columns hold.</summary>
internal static class TableSummary
{
    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<ColumnSummary> Read(TrainingRequest request)
    {
        CsvNumber<double> numbers = new(new CsvDatasetOptions { Inputs = [] });
        CsvReaderOptions format = new() { Separator = request.Separator, TrimWhitespace = true, TrackLineNumbers = true, DetectSeparatorHint = false };
        using FileStream stream = InputFile.Open(request.Data);
        using CsvReader csv = CsvReader.Create(stream, format);
        try
        {
            ColumnSummary[] columns = [.. csv.Headers.Select(name => new ColumnSummary(name))];
            while (csv.Read())
            {
                for (int i = 0; i < Math.Min(columns.Length, csv.FieldCount); i++)
                {
                    string text = csv.GetString(i);
                    if (text.Length == 0 || request.MissingTexts.Contains(text))
                    {
                        columns[i].AddMissing(csv.LineNumber);
                    }
                    else
                    {
                        columns[i].Add(text, numbers.TryParse(text, out double number), number);
                    }
                }
            }

            return columns;
        }
        catch (CsvFormatException exception)
        {
            throw new ToolException(FormattableString.Invariant($"{request.Data}({exception.LineNumber}): error: {exception.Message}"));
        }
    }
}
