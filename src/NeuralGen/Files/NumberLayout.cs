namespace NeuralGen;

/// <summary>Numbers of a layer in a file.</summary>
/// <param name="key">Their key; <c>slopes</c> are the weights of the layer's activation.</param>
/// <param name="isStatistic">Whether they are statistics; else they are parameters.</param>
/// <param name="offset">Where they begin among those.</param>
/// <param name="count">How many there are.</param>
/// <param name="columns">The length of a row, or 0 for a plain list.</param>
internal sealed class NumberLayout(string key, bool isStatistic, int offset, int count, int columns)
{
    /// <summary>The key of slopes, which stand within the activation.</summary>
    public const string Slopes = "slopes";

    /// <summary>The key.</summary>
    public string Key => key;

    /// <summary>Whether they are statistics; else they are parameters.</summary>
    public bool IsStatistic => isStatistic;

    /// <summary>Where they begin among those.</summary>
    public int Offset => offset;

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>The length of a row, or 0 for a plain list.</summary>
    public int Columns => columns;

    /// <summary>Whether they are learned from the inputs, so that they mean nothing at first.</summary>
    public bool IsLearned { get; init; }

    /// <summary>The key, and how many there are.</summary>
    public string Description => FormattableString.Invariant(columns == 0 ? (FormattableString)$"{key} {count}" : $"{key} {count / columns}x{columns}");

    /// <summary>The place of a number in words.</summary>
    /// <param name="index">The number, from 0.</param>
    public string Place(int index) => FormattableString.Invariant(columns == 0
        ? (FormattableString)$"Value {index} of '{key}'"
        : $"Row {index / columns}, column {index % columns} of '{key}'");
}
