namespace NeuralGen.Benchmarks.Networks;

/// <summary>What the benchmarks call of a compiled network of dense layers. Implementations are structs, so that generic
/// code is compiled for each of them and calls without indirection.</summary>
public interface IDenseNetwork<TSelf> : INeuralNetwork<TSelf, float>
    where TSelf : struct, IDenseNetwork<TSelf>
{
    /// <summary>Gets the name in the tables: the sizes of the layers, as in 4-8-3, unless the network has one of its own.</summary>
    public static virtual string Name => string.Join('-', TSelf.LayerSizes.ToArray());

    /// <summary>Gets the number of inputs, then the units of each layer.</summary>
    public static abstract ReadOnlySpan<int> LayerSizes { get; }

    /// <summary>Computes the gradient of one sample.</summary>
    public static abstract float Gradient(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Span<float> gradient);

    /// <summary>Computes the gradient of the mean loss of many samples.</summary>
    public static abstract float GradientBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient);
}
