namespace NeuralGen.Training;

/// <summary>Checks which columns are wanted, before a file is opened.</summary>
internal static class CsvColumns
{
    public static void Check(CsvDatasetOptions options)
    {
        if (options.Inputs.Count == 0)
        {
            throw new ArgumentException("There is no input column.", nameof(options));
        }

        int kinds = (options.Targets.Count > 0 ? 1 : 0) + (options.Label is null ? 0 : 1) + (options.LabelColumns.Count > 0 ? 1 : 0);
        if (kinds != 1)
        {
            throw new ArgumentException("Either target columns, a label column or label columns are needed, and not both.", nameof(options));
        }

        if (options.Labels.Count > 0 && options.Label is null)
        {
            throw new ArgumentException("There are labels but no label column.", nameof(options));
        }

        string[] all = [.. options.Inputs, .. options.Targets, .. options.LabelColumns, .. options.Label is null ? [] : new[] { options.Label }];
        CheckUnique(all, "column");
        CheckUnique(options.Labels, "label");
        CheckAmong(options.CategoricalInputs, options.Inputs, "input columns");
        CheckAmong(options.Categories.Keys, options.CategoricalInputs, "categorical inputs");
        foreach ((string column, IReadOnlyList<string> categories) in options.Categories)
        {
            CheckUnique(categories, $"category of '{column}'");
        }

        CheckFormat(options);
        CheckMissing(options, all);
    }

    private static void CheckFormat(CsvDatasetOptions options)
    {
        if (!IsSeparator(options.Delimiter))
        {
            throw new ArgumentException($"Delimiter is {Text(options.Delimiter)}; it must be a printable ASCII character or a tab, and no quote.", nameof(options));
        }

        if (options.DecimalSeparator is not ('.' or ','))
        {
            throw new ArgumentException($"DecimalSeparator is {Text(options.DecimalSeparator)}; it must be '.' or ','.", nameof(options));
        }

        if (options.CommentPrefix is { } prefix && (!IsSeparator(prefix) || prefix == options.Delimiter))
        {
            throw new ArgumentException($"CommentPrefix is {Text(prefix)}; it must be a printable ASCII character, no quote and not the Delimiter.", nameof(options));
        }
    }

    private static void CheckMissing(CsvDatasetOptions options, string[] all)
    {
        CheckAmong(options.MissingValuesByColumn.Keys, all, "columns that are read");
        CheckAmong(options.MissingConstants.Keys, options.Inputs, "input columns");
        foreach (string column in all)
        {
            MissingValues policy = options.MissingValuesByColumn.GetValueOrDefault(column, MissingValues.Error);
            if (policy > MissingValues.SkipRow && !options.Inputs.Contains(column))
            {
                throw new ArgumentException($"MissingValuesByColumn has {policy} for '{column}'; only input columns are filled in.", nameof(options));
            }

            policy = CsvFilling.PolicyOf(column, options);
            if (policy is MissingValues.Mean or MissingValues.Median && options.CategoricalInputs.Contains(column))
            {
                throw new ArgumentException($"The categories of '{column}' have no {policy}; give another policy for it in MissingValuesByColumn, such as MostFrequent.", nameof(options));
            }
        }
    }

    /// <summary>Whether a character can stand between fields.</summary>
    public static bool IsSeparator(char character) => character is '\t' or (>= ' ' and <= '~' and not '"');

    private static string Text(char character) => character is >= ' ' and <= '~' ? $"'{character}'" : $"U+{(int)character:X4}";

    private static void CheckUnique(IReadOnlyList<string> names, string kind)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            throw new ArgumentException($"The {kind} '{repeated.Key}' is given more than once.");
        }
    }

    private static void CheckAmong(IEnumerable<string> names, IReadOnlyList<string> all, string kind)
    {
        if (names.FirstOrDefault(name => !all.Contains(name)) is { } stray)
        {
            throw new ArgumentException($"The column '{stray}' is not among the {kind}.");
        }
    }
}
