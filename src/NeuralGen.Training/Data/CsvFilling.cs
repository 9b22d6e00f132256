namespace NeuralGen.Training;

/// <summary>Finds out what happens where a value is missing.</summary>
internal static class CsvFilling
{
    public static MissingValues PolicyOf(string column, CsvDatasetOptions options)
    {
        if (options.MissingConstants.ContainsKey(column))
        {
            return MissingValues.Constant;
        }

        MissingValues policy = options.MissingValuesByColumn.GetValueOrDefault(column, options.MissingValues);
        return policy > MissingValues.SkipRow && !options.Inputs.Contains(column) ? MissingValues.Error : policy;
    }
}
