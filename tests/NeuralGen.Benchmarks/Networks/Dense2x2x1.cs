namespace NeuralGen.Benchmarks.Networks;

/// <summary>2-2-1: dense layers, ReLU hidden, linear output.</summary>
[NeuralNetwork("Dense2x2x1.nn.json")]
public readonly partial struct Dense2x2x1 : IDenseNetwork<Dense2x2x1>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [2, 2, 1];
}
