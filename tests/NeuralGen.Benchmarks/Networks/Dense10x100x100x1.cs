namespace NeuralGen.Benchmarks.Networks;

/// <summary>10-100-100-1: dense layers, ReLU hidden, linear output.</summary>
[NeuralNetwork("Dense10x100x100x1.nn.json")]
public readonly partial struct Dense10x100x100x1 : IDenseNetwork<Dense10x100x100x1>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [10, 100, 100, 1];
}
