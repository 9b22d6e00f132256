using System.ComponentModel;

namespace NeuralGen;

/// <summary>Dropout for training, with the values to drop drawn from a seed so that the backward pass draws the same ones.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout
{
    /// <summary>Zeroes each value with a probability of <paramref name="rate"/> and divides the others by 1 - rate
    /// (Srivastava et al. 2014, in the inverted form).</summary>
    /// <param name="values">the values, changed in place.</param>
    /// <param name="rate">the probability, from 0 to less than 1.</param>
    /// <param name="seed">the seed of the step.</param>
    /// <param name="layer">the number of the layer: each draws for itself.</param>
    /// <param name="first">the position of the first value among all of the step.</param>
    public static void Apply(Span<float> values, double rate, int seed, int layer, long first)
    {
        ulong key = Key(seed, layer);
        ulong limit = Limit(rate);
        float scale = (float)(1 / (1 - rate));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = IsDropped(key, limit, first + i) ? 0 : values[i] * scale;
        }
    }

    /// <inheritdoc cref="Apply(Span{float}, double, int, int, long)"/>
    public static void Apply(Span<double> values, double rate, int seed, int layer, long first)
    {
        ulong key = Key(seed, layer);
        ulong limit = Limit(rate);
        double scale = 1 / (1 - rate);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = IsDropped(key, limit, first + i) ? 0 : values[i] * scale;
        }
    }

    private static ulong Key(int seed, int layer) => RandomBits.Mix(((ulong)(uint)seed << 32) | (uint)layer);

    /// <summary>The rate as a share of all 53-bit numbers.</summary>
    private static ulong Limit(double rate) => (ulong)(rate * (1UL << 53));

    private static bool IsDropped(ulong key, ulong limit, long position) => RandomBits.Mix(key ^ (ulong)position) >> 11 < limit;
}
