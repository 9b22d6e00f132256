namespace NeuralGen.Tool.Predicting;

/// <summary>What a column of the file gives the network.</summary>
/// <param name="Column">The number of the column.</param>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Value">The value that a number goes to; null where the column holds categories.</param>
internal sealed record ColumnReading(int Column, string Name, InputValue? Value)
{
    /// <summary>The categories with the value that is 1 for each; all others are 0.</summary>
    public IReadOnlyList<(string Text, InputValue Value)> Categories { get; init; } = [];
}
