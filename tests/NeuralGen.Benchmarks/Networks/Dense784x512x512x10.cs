namespace NeuralGen.Benchmarks.Networks;

/// <summary>784-512-512-10: dense layers, ReLU hidden, linear output.</summary>
[NeuralNetwork("Dense784x512x512x10.nn.json")]
public readonly partial struct Dense784x512x512x10 : IDenseNetwork<Dense784x512x512x10>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [784, 512, 512, 10];
}
