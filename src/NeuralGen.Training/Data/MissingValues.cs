namespace NeuralGen.Training;

/// <summary>What happens where a value is missing.</summary>
public enum MissingValues
{
    /// <summary>Reading stops with a <see cref="DataFormatException"/>.</summary>
    Error = 0,

    /// <summary>The row is left out and counted.</summary>
    SkipRow,

    /// <summary>An input gets the constant of its column (<see cref="CsvDatasetOptions.MissingConstants"/>), else
    /// <see cref="CsvDatasetOptions.MissingConstant"/>.</summary>
    Constant,

    /// <summary>An input gets the mean of its column's values.</summary>
    Mean,

    /// <summary>An input gets the median of its column's values: the middle one, or the mean of the two in the middle.</summary>
    Median,

    /// <summary>An input gets the most frequent of its column's values: of several the smallest number, or the category that appears
    /// first.</summary>
    MostFrequent,
}
