using System.ComponentModel;

namespace NeuralGen;

/// <summary>The first weights of trainable networks: drawn from a seed, the same on every machine.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Initializer
{
    /// <summary>Fills weights for a layer whose activation is of the ReLU family: uniform between ±√(6/inputs) (He et al.
    /// 2015).</summary>
    /// <param name="weights">receives the weights.</param>
    /// <param name="inputs">the number of inputs of the layer.</param>
    /// <param name="seed">the network's seed.</param>
    /// <param name="layer">the number of the layer: each draws for itself.</param>
    public static void He(Span<float> weights, int inputs, int seed, int layer) => Fill(weights, Math.Sqrt(6.0 / inputs), seed, layer);

    /// <inheritdoc cref="He(Span{float}, int, int, int)"/>
    public static void He(Span<double> weights, int inputs, int seed, int layer) => Fill(weights, Math.Sqrt(6.0 / inputs), seed, layer);

    /// <summary>Fills weights for any other layer: uniform between ±√(6/(inputs + units)) (Glorot and Bengio 2010).</summary>
    /// <param name="weights">receives the weights.</param>
    /// <param name="inputs">the number of inputs of the layer.</param>
    /// <param name="units">the number of its outputs.</param>
    /// <param name="seed">the network's seed.</param>
    /// <param name="layer">the number of the layer: each draws for itself.</param>
    public static void Glorot(Span<float> weights, int inputs, int units, int seed, int layer) =>
        Fill(weights, Math.Sqrt(6.0 / ((double)inputs + units)), seed, layer);

    /// <inheritdoc cref="Glorot(Span{float}, int, int, int, int)"/>
    public static void Glorot(Span<double> weights, int inputs, int units, int seed, int layer) =>
        Fill(weights, Math.Sqrt(6.0 / ((double)inputs + units)), seed, layer);

    private static void Fill(Span<float> weights, double limit, int seed, int layer)
    {
        ulong state = State(seed, layer);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(limit * ((2 * RandomBits.NextDouble(ref state)) - 1));
        }
    }

    private static void Fill(Span<double> weights, double limit, int seed, int layer)
    {
        ulong state = State(seed, layer);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = limit * ((2 * RandomBits.NextDouble(ref state)) - 1);
        }
    }

    private static ulong State(int seed, int layer) => RandomBits.Mix(((ulong)(uint)seed << 32) | (uint)layer);
}
