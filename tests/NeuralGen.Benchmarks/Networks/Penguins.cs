namespace NeuralGen.Benchmarks.Networks;

/// <summary>11-100-100-1 behind a normalization, trained on measurements of penguins: the network of a sample.</summary>
[NeuralNetwork("penguins.nn.json")]
public readonly partial struct Penguins : IDenseNetwork<Penguins>
{
    /// <inheritdoc/>
    public static string Name => "penguins";

    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [11, 100, 100, 1];
}
