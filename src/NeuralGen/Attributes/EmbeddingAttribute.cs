namespace NeuralGen;

/// <summary>Declares a table of which each whole number of the input says a row, as PyTorch's layer of that name: a shape [a, b] of
/// numbers becomes [a, b, <paramref name="units"/>].</summary>
/// <param name="count">how many rows the table has.</param>
/// <param name="units">how many values a row has.</param>
public sealed class EmbeddingAttribute(int count, int units) : LayerAttribute
{
    /// <summary>Gets how many rows the table has.</summary>
    public int Count { get; } = count;

    /// <summary>Gets how many values a row has.</summary>
    public int Units { get; } = units;

    /// <summary>Gets or sets the table, row by row; from the file of weights when left out.</summary>
    public double[]? Weights { get; set; }

    /// <summary>Gets or sets the name of the table in the file of weights, in place of that of the layer.</summary>
    public string? WeightsTensor { get; set; }
}
