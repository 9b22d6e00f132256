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

        if (options.Targets.Count > 0 == options.Label is not null)
        {
            throw new ArgumentException("Either target columns or a label column is needed, and not both.", nameof(options));
        }

        if (options.Labels.Count > 0 && options.Label is null)
        {
            throw new ArgumentException("There are labels but no label column.", nameof(options));
        }

        CheckUnique([.. options.Inputs, .. options.Targets, .. options.Label is null ? [] : new[] { options.Label }], "column");
        CheckUnique(options.Labels, "label");
        CheckAmong(options.CategoricalInputs, options.Inputs, "input columns");
        CheckAmong(options.Categories.Keys, options.CategoricalInputs, "categorical inputs");
        foreach ((string column, IReadOnlyList<string> categories) in options.Categories)
        {
            CheckUnique(categories, $"category of '{column}'");
        }
    }

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
