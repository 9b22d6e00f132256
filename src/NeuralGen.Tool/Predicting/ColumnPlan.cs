using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Training;

namespace NeuralGen.Tool.Predicting;

/// <summary>Which columns of a file a network reads, and which go through.</summary>
/// <param name="Columns">How many columns the file has.</param>
/// <param name="HasHeader">Whether its first row has names.</param>
/// <param name="Readings">What is read.</param>
/// <param name="Kept">The columns that go through, with their names.</param>
internal sealed record ColumnPlan(int Columns, bool HasHeader, IReadOnlyList<ColumnReading> Readings, IReadOnlyList<(int Column, string Name)> Kept)
{
    private const int MostMissing = 3;

    /// <summary>Whether a first row has names: those of the inputs, or anything that is no number.</summary>
    public static bool IsHeader(IReadOnlyList<InputValue> values, IReadOnlyList<string> row)
    {
        CsvNumber<double> numbers = new(new CsvDatasetOptions { Inputs = [] });
        return values.Any(value => value.Name.Length > 0 && row.Contains(value.Name)) || row.Any(field => !numbers.TryParse(field, out _));
    }

    /// <summary>The plan for a file.</summary>
    /// <param name="signature">What the network reads.</param>
    /// <param name="row">The first row.</param>
    /// <param name="hasHeader">Whether it has names.</param>
    /// <param name="options">What goes through, and how fields are separated.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ColumnPlan Of(NetworkSignature signature, IReadOnlyList<string> row, bool hasHeader, PredictionOptions options, string file)
    {
        IReadOnlyList<InputValue> values = InputValues.Of(signature);
        bool isNamed = hasHeader && values.Any(value => value.Name.Length > 0) && (signature.Inputs.Count == 1 || values.Any(value => row.Contains(value.Name)));
        List<string> problems = [];
        ColumnReading[] readings = isNamed ? [.. ByName(values, row, options, problems)] : InOrder(values, row, hasHeader, problems);
        HashSet<int> read = [.. readings.Select(reading => reading.Column)];
        List<(int, string)> kept = [];
        foreach (string name in options.KeptNames)
        {
            int column = hasHeader ? row.ToList().IndexOf(name) : -1;
            if (column < 0)
            {
                problems.Add($"--keep names '{name}', which is no column{(hasHeader ? $"; the columns are {NameList.Text(row)}" : ", since the file has no names")}");
            }
            else
            {
                kept.Add((column, name));
            }
        }

        if (options.KeepsOthers)
        {
            kept.AddRange(Enumerable.Range(0, row.Count).Where(column => !read.Contains(column)).Select(column => (column, hasHeader ? row[column] : "")));
        }

        return problems.Count > 0
            ? throw new ToolException([.. problems.Select(problem => $"{file}(1,1): error: {problem}")])
            : new ColumnPlan(row.Count, hasHeader, readings, kept);
    }

    private static ColumnReading[] InOrder(IReadOnlyList<InputValue> values, IReadOnlyList<string> row, bool hasHeader, List<string> problems)
    {
        if (row.Count < values.Count)
        {
            problems.Add(FormattableString.Invariant($"the file has {row.Count} columns; the network reads {values.Count} values"));
            return [];
        }

        return [.. values.Select((value, i) => new ColumnReading(i, hasHeader ? row[i] : value.Name, value))];
    }

    private static IEnumerable<ColumnReading> ByName(IReadOnlyList<InputValue> values, IReadOnlyList<string> row, PredictionOptions options, List<string> problems)
    {
        CsvHeader header = new(row, (char)options.Separator);
        Dictionary<string, List<(string, InputValue)>> categories = new(StringComparer.Ordinal);
        List<(string Name, string Message)> missing = [];
        foreach (InputValue value in values)
        {
            if (!row.Contains(value.Name) && CategoryOf(value.Name, row) is { } category)
            {
                if (!categories.TryGetValue(category.Column, out List<(string, InputValue)>? list))
                {
                    categories.Add(category.Column, list = []);
                }

                list.Add((category.Text, value));
                continue;
            }

            int column = -1;
            try
            {
                column = header.Find(value.Name);
            }
            catch (DataFormatException exception)
            {
                missing.Add((value.Name, exception.Message.Replace("set Delimiter to", "pass --delimiter", StringComparison.Ordinal)));
            }

            if (column >= 0)
            {
                yield return new ColumnReading(column, value.Name, value);
            }
        }

        // A file of something else is one problem.
        problems.AddRange(missing.Count <= MostMissing
            ? missing.Select(column => column.Message)
            : [$"{missing[0].Message} Nor are there {NameList.Text([.. missing.Skip(1).Select(column => column.Name)])}."]);
        foreach ((string name, List<(string, InputValue)> list) in categories)
        {
            yield return new ColumnReading(row.ToList().IndexOf(name), name, null) { Categories = list };
        }
    }

    /// <summary>The column and the category of a value that is 1 for it, as training names them: <c>column=category</c>.</summary>
    private static (string Column, string Text)? CategoryOf(string name, IReadOnlyList<string> row)
    {
        for (int sign = name.IndexOf('=', StringComparison.Ordinal); sign >= 0; sign = name.IndexOf('=', sign + 1))
        {
            if (row.Contains(name[..sign]))
            {
                return (name[..sign], name[(sign + 1)..]);
            }
        }

        return null;
    }
}
