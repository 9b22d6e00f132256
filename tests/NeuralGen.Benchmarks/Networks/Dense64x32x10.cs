namespace NeuralGen.Benchmarks.Networks;

/// <summary>64-32-10: dense layers, ReLU hidden, linear output.</summary>
[NeuralNetwork("Dense64x32x10.nn.json")]
public readonly partial struct Dense64x32x10 : IDenseNetwork<Dense64x32x10>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [64, 32, 10];
}
