namespace NeuralGen.Benchmarks.Networks;

/// <summary>4-8-3: dense layers, ReLU hidden, linear output.</summary>
[NeuralNetwork("Dense4x8x3.nn.json")]
public readonly partial struct Dense4x8x3 : IDenseNetwork<Dense4x8x3>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [4, 8, 3];
}
