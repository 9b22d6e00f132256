namespace NeuralGen.Benchmarks.Networks;

/// <summary>784-128-10: dense layers, ReLU hidden, linear output.</summary>
[NeuralNetwork("Dense784x128x10.nn.json")]
public readonly partial struct Dense784x128x10 : IDenseNetwork<Dense784x128x10>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<int> LayerSizes => [784, 128, 10];
}
