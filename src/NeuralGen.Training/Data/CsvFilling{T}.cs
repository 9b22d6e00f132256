using System.Globalization;
using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Fills in missing values when all others of a column are known.</summary>
internal sealed class CsvFilling<T>(CsvDatasetOptions options, CsvNumber<T> numbers)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Fills the gaps of an input column.</summary>
    /// <returns>what they are filled with, as it would stand in the file, or null if nothing is.</returns>
    public string? Fill(CsvColumn<T> column)
    {
        if (column.Policy <= MissingValues.SkipRow)
        {
            return null;
        }

        if (column.Categories is { } categories)
        {
            string name = TextOf(column) ?? MostFrequent(column, categories);
            int category = categories.Find(name);
            column.Fill(category >= 0
                ? category
                : throw new ArgumentException($"The constant '{name}' for missing values of '{column.Name}' is not among {NameList.Text(categories.Names)}.", nameof(column)));
            return name;
        }

        if (TextOf(column) is { } text)
        {
            column.Fill(numbers.TryParse(text, out T constant)
                ? constant
                : throw new ArgumentException($"The constant for missing values of '{column.Name}': {numbers.Explain(text)}", nameof(column)));
            return text;
        }

        T number = Computed(column);
        column.Fill(number);
        return number.ToString(null, CultureInfo.InvariantCulture).Replace('.', options.DecimalSeparator);
    }

    private static string MostFrequent(CsvColumn<T> column, CategoryList categories) =>
        column.Found.GroupBy(category => category).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault() is { } group
            ? categories.NameOf(group.Key)
            : throw Empty(column);

    private static T Computed(CsvColumn<T> column)
    {
        T[] values = column.Numbers;
        if (values.Length == 0)
        {
            throw Empty(column);
        }

        Array.Sort(values);
        int middle = values.Length / 2;
        return column.Policy switch
        {
            MissingValues.Mean => Mean(values),
            MissingValues.Median when values.Length % 2 == 1 => values[middle],
            MissingValues.Median => Mean([values[middle - 1], values[middle]]),
            _ => values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key,
        };
    }

    // Each value is divided, so that large ones do not overflow.
    private static T Mean(T[] values)
    {
        double mean = 0;
        for (int index = 0; index < values.Length; index++)
        {
            mean += (double.CreateChecked(values[index]) - mean) / (index + 1);
        }

        return T.CreateChecked(mean);
    }

    private static DataFormatException Empty(CsvColumn<T> column) => new($"Column '{column.Name}' has no value from which to fill in the missing ones.");

    private string? TextOf(CsvColumn<T> column) =>
        options.MissingConstants.TryGetValue(column.Name, out string? text) ? text
        : column.Policy == MissingValues.Constant ? options.MissingConstant
        : null;
}
