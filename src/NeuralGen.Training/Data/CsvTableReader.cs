using System.Numerics;
using CsvHelper;

namespace NeuralGen.Training;

/// <summary>Reads the wanted columns of a CSV file. Categories are known only at the end of the file, so the rows keep the
/// numbers of their categories until then.</summary>
internal sealed class CsvTableReader<T>(CsvReader csv, CsvDatasetOptions options, int linesBefore)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly CsvNumber<T> _numbers = new(options);
    private int _skippedRows;

    private long Line => csv.LineNumber + linesBefore;

    public CsvDataset<T> Read()
    {
        CsvHeader header = new(csv.Headers, csv.Separator);
        CsvColumn<T>[] inputs = [.. options.Inputs.Select(name => Column(header, name, InputCategories(name)))];
        CsvColumn<T>[] targets = options.Label is { } label
            ? [Column(header, label, new CategoryList(options.Labels))]
            : [.. options.Targets.Concat(options.LabelColumns).Select(name => Column(header, name, null))];

        ReadRows([.. inputs, .. targets]);
        if (inputs[0].Count == 0)
        {
            throw new DataFormatException(_skippedRows == 0
                ? "The file has column names but no row."
                : FormattableString.Invariant($"There is no row of data; {_skippedRows} rows were left out because a value is missing."));
        }

        Dictionary<string, string> constants = Fill(inputs);
        foreach (CategoryList categories in inputs.Concat(targets).Select(column => column.Categories).OfType<CategoryList>())
        {
            categories.Complete(options.Order);
        }

        string[] inputNames = [.. inputs.SelectMany(column => column.Categories?.Names.Select(name => $"{column.Name}={name}") ?? [column.Name])];
        string[] targetNames = [.. targets.SelectMany(column => column.Categories?.Names ?? [column.Name])];
        IReadOnlyList<string> labels = options.LabelColumns.Count > 0 ? options.LabelColumns : targets[0].Categories?.Names ?? [];
        Dataset<T> data = new(Assemble(inputs), Assemble(targets), inputNames.Length, targetNames.Length)
        {
            InputNames = inputNames,
            TargetNames = targetNames,

            // One column of 0 and 1 is a yes or no, for which a network has two labels of its own.
            Labels = options.LabelColumns.Count == 1 ? [] : labels,
        };
        return new(data)
        {
            InputNames = inputNames,
            TargetNames = targetNames,
            Labels = labels,
            Categories = inputs.Where(column => column.Categories is not null).ToDictionary(column => column.Name, column => column.Categories!.Names),
            MissingConstants = constants,
            FilledValues = inputs.Sum(column => column.Gaps),
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

    private CsvColumn<T> Column(CsvHeader header, string name, CategoryList? categories) =>
        new(name, header.Find(name), categories, CsvFilling.PolicyOf(name, options)) { IsLabel = options.LabelColumns.Contains(name) };

    private Dictionary<string, string> Fill(CsvColumn<T>[] inputs)
    {
        CsvFilling<T> filling = new(options, _numbers);
        Dictionary<string, string> constants = [];
        foreach (CsvColumn<T> column in inputs)
        {
            if (filling.Fill(column) is { } constant)
            {
                constants[column.Name] = constant;
            }
        }

        return constants;
    }

    private void ReadRows(CsvColumn<T>[] columns)
    {
        while (csv.Read())
        {
            if (csv.FieldCount != csv.Headers.Count)
            {
                string hint = csv.FieldCount > csv.Headers.Count ? $" A value that has '{csv.Separator}' in it needs quotes." : string.Empty;
                throw new DataFormatException(Line, null, null, FormattableString.Invariant($"the row has {csv.FieldCount} fields; there are {csv.Headers.Count} columns.{hint}"));
            }

            string[] texts = Array.ConvertAll(columns, column => csv.GetString(column.Index));
            bool[] isMissing = Array.ConvertAll(texts, text => text.Length == 0 || options.MissingTexts.Contains(text));
            if (IsLeftOut(columns, texts, isMissing))
            {
                _skippedRows++;
                continue;
            }

            for (int index = 0; index < columns.Length; index++)
            {
                if (isMissing[index])
                {
                    columns[index].AddMissing();
                }
                else
                {
                    Add(columns[index], texts[index]);
                }
            }
        }
    }

    /// <summary>Whether a row is left out because of a missing value.</summary>
    private bool IsLeftOut(CsvColumn<T>[] columns, string[] texts, bool[] isMissing)
    {
        bool isLeftOut = false;
        for (int index = 0; index < columns.Length; index++)
        {
            if (isMissing[index] && columns[index].Policy == MissingValues.Error)
            {
                throw new DataFormatException(Line, columns[index].Name, texts[index], $"the value is missing ('{texts[index]}').");
            }

            isLeftOut |= isMissing[index] && columns[index].Policy == MissingValues.SkipRow;
        }

        return isLeftOut;
    }

    private void Add(CsvColumn<T> column, string text)
    {
        if (column.Categories is { } categories)
        {
            int category = categories.Find(text);
            if (category < 0)
            {
                throw new DataFormatException(Line, column.Name, text, $"'{text}' is not among {NameList.Text(categories.Names)}.");
            }

            column.AddCategory(category);
        }
        else if (!_numbers.TryParse(text, out T number))
        {
            throw new DataFormatException(Line, column.Name, text, _numbers.Explain(text));
        }
        else if (column.IsLabel && number != T.Zero && number != T.One)
        {
            throw new DataFormatException(Line, column.Name, text, $"'{text}' is neither 0 nor 1.");
        }
        else
        {
            column.AddNumber(number);
        }
    }
}
