using System.Globalization;
using System.Numerics;
using CsvHelper;

namespace NeuralGen.Training;

/// <summary>Reads the wanted columns of a CSV file. Categories are known only at the end of the file, so the rows keep the
/// numbers of their categories until then.</summary>
internal sealed class CsvTableReader<T>(CsvReader csv, CsvDatasetOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private int _skippedRows;

    public CsvDataset<T> Read()
    {
        CsvColumn<T>[] inputs = [.. options.Inputs.Select(name => FindColumn(name, InputCategories(name)))];
        CsvColumn<T>[] targets = options.Label is { } label
            ? [FindColumn(label, new CategoryList(options.Labels))]
            : [.. options.Targets.Select(name => FindColumn(name, null))];

        ReadRows([.. inputs, .. targets]);
        if (inputs[0].Count == 0)
        {
            throw new DataFormatException(FormattableString.Invariant($"There is no row of data; {_skippedRows} rows were left out because a value is missing."));
        }

        foreach (CategoryList categories in inputs.Concat(targets).Select(column => column.Categories).OfType<CategoryList>())
        {
            categories.Complete(options.Order);
        }

        string[] inputNames = [.. inputs.SelectMany(column => column.Categories?.Names.Select(name => $"{column.Name}={name}") ?? [column.Name])];
        string[] targetNames = [.. targets.SelectMany(column => column.Categories?.Names ?? [column.Name])];
        IReadOnlyList<string> labels = targets[0].Categories?.Names ?? [];
        Dataset<T> data = new(Assemble(inputs), Assemble(targets), inputNames.Length, targetNames.Length)
        {
            InputNames = inputNames,
            TargetNames = targetNames,
            Labels = labels,
        };
        return new(data)
        {
            InputNames = inputNames,
            TargetNames = targetNames,
            Labels = labels,
            Categories = inputs.Where(column => column.Categories is not null).ToDictionary(column => column.Name, column => column.Categories!.Names),
            SkippedRows = _skippedRows,
        };
    }

    private static T[] Assemble(CsvColumn<T>[] columns)
    {
        int rows = columns[0].Count;
        int size = columns.Sum(column => column.Width);
        T[] values = new T[rows * size];
        int offset = 0;
        foreach (CsvColumn<T> column in columns)
        {
            for (int row = 0; row < rows; row++)
            {
                column.Write(row, values.AsSpan((row * size) + offset, column.Width));
            }

            offset += column.Width;
        }

        return values;
    }

    private CategoryList? InputCategories(string name) =>
        options.CategoricalInputs.Contains(name) ? new CategoryList(options.Categories.GetValueOrDefault(name) ?? []) : null;

    private CsvColumn<T> FindColumn(string name, CategoryList? categories)
    {
        IReadOnlyList<string> headers = csv.Headers;
        int[] found = [.. Enumerable.Range(0, headers.Count).Where(index => headers[index] == name)];
        return found.Length switch
        {
            1 => new(name, found[0], categories),
            0 => throw new DataFormatException($"There is no column '{name}'; the columns are {string.Join(", ", headers.Select(header => $"'{header}'"))}."),
            _ => throw new DataFormatException(FormattableString.Invariant($"There are {found.Length} columns '{name}'.")),
        };
    }

    private void ReadRows(CsvColumn<T>[] columns)
    {
        while (csv.Read())
        {
            if (csv.FieldCount != csv.Headers.Count)
            {
                throw new DataFormatException(csv.LineNumber, null, null, FormattableString.Invariant($"the row has {csv.FieldCount} fields; there are {csv.Headers.Count} columns."));
            }

            string[] texts = Array.ConvertAll(columns, column => csv.GetString(column.Index));
            int missing = Array.FindIndex(texts, text => text.Length == 0 || options.MissingTexts.Contains(text));
            if (missing >= 0)
            {
                SkipRow(columns[missing], texts[missing]);
                continue;
            }

            for (int index = 0; index < columns.Length; index++)
            {
                Add(columns[index], texts[index]);
            }
        }
    }

    private void SkipRow(CsvColumn<T> column, string text)
    {
        if (options.MissingValues == MissingValues.Error)
        {
            throw new DataFormatException(csv.LineNumber, column.Name, text, $"the value is missing ('{text}').");
        }

        _skippedRows++;
    }

    private void Add(CsvColumn<T> column, string text)
    {
        if (column.Categories is { } categories)
        {
            int category = categories.Find(text);
            if (category < 0)
            {
                throw new DataFormatException(csv.LineNumber, column.Name, text, $"'{text}' is not among {string.Join(", ", categories.Names.Select(name => $"'{name}'"))}.");
            }

            column.AddCategory(category);
        }
        else if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T number) && T.IsFinite(number))
        {
            column.AddNumber(number);
        }
        else
        {
            throw new DataFormatException(csv.LineNumber, column.Name, text, $"'{text}' is not a finite number.");
        }
    }
}
