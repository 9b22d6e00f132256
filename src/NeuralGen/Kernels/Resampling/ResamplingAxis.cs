using System.ComponentModel;

namespace NeuralGen;

/// <summary>What each position of an output takes of its input along one axis: a weighted sum of some positions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResamplingAxis
{
    /// <summary>Describes an axis.</summary>
    /// <param name="input">the number of positions of the input.</param>
    /// <param name="ends">for each position of the output, where its sources end; they begin where those of the one before end.</param>
    /// <param name="sources">the positions of the input.</param>
    /// <param name="weights">the weight of each.</param>
    /// <exception cref="ArgumentException">the lists do not fit each other.</exception>
    public ResamplingAxis(int input, int[] ends, int[] sources, double[] weights)
    {
        if (ends is null || sources is null || weights is null)
        {
            throw new ArgumentNullException(ends is null ? nameof(ends) : sources is null ? nameof(sources) : nameof(weights));
        }

        int start = 0;
        foreach (int end in ends)
        {
            if (end <= start)
            {
                throw new ArgumentException("Every position needs a source.", nameof(ends));
            }

            start = end;
        }

        if (start != sources.Length || start != weights.Length || start == 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{sources.Length} sources and {weights.Length} weights end at {start}."), nameof(ends));
        }

        if (Array.Exists(sources, source => source < 0 || source >= input))
        {
            throw new ArgumentException(FormattableString.Invariant($"The input has {input} positions."), nameof(sources));
        }

        Input = input;
        Ends = ends;
        Sources = sources;
        Doubles = weights;
        Singles = Array.ConvertAll(weights, weight => (float)weight);
    }

    internal int Input { get; }

    internal int Output => Ends.Length;

    internal int[] Ends { get; }

    internal int[] Sources { get; }

    internal double[] Doubles { get; }

    internal float[] Singles { get; }

    /// <summary>Gets an axis of one position, which stays what it is.</summary>
    internal static ResamplingAxis Single { get; } = new(1, [1], [0], [1]);

    internal int Start(int output) => output == 0 ? 0 : Ends[output - 1];
}
