namespace NeuralGen.Training;

/// <summary>What happens to rows with a missing value.</summary>
public enum MissingValues
{
    /// <summary>Reading stops with a <see cref="DataFormatException"/>.</summary>
    Error = 0,

    /// <summary>The row is left out and counted.</summary>
    SkipRow,
}
