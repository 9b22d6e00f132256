using System.Numerics;

namespace NeuralGen.Training;

/// <summary>A data set from a CSV file with the names of its columns.</summary>
/// <typeparam name="T">the type of the values.</typeparam>
public sealed class CsvDataset<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal CsvDataset(Dataset<T> data)
    {
        Data = data;
    }

    /// <summary>Gets the rows.</summary>
    public Dataset<T> Data { get; }

    /// <summary>Gets a name per input: the column's, and for a category <c>column=category</c>.</summary>
    public required IReadOnlyList<string> InputNames { get; init; }

    /// <summary>Gets a name per target: the column's, or the label.</summary>
    public required IReadOnlyList<string> TargetNames { get; init; }

    /// <summary>Gets the labels in the order of the targets, or none if the targets are numbers.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Gets the categories of every categorical input by column, in order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init; }

    /// <summary>Gets what missing values of inputs were filled with, or would have been, as it would stand in the file, by column.</summary>
    public required IReadOnlyDictionary<string, string> MissingConstants { get; init; }

    /// <summary>Gets the number of values that were filled in.</summary>
    public required int FilledValues { get; init; }

    /// <summary>Gets the number of rows that were left out because a value is missing.</summary>
    public required int SkippedRows { get; init; }
}
