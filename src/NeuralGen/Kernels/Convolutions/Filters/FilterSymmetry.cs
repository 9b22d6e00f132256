namespace NeuralGen.Kernels.Convolutions.Filters;

/// <summary>Filters of one channel that read the same forwards and backwards, or with the opposite sign: the cosines and sines of a Fourier transform,
/// behind whatever window, about the tap in the middle of N taps; or filters with N taps about the middle between two of them.</summary>
internal sealed class FilterSymmetry
{
    // Of filters that were computed in double precision and rounded, the halves may differ by the last bit of the largest numbers.
    private const float Tolerance = 1.5e-7f;

    private FilterSymmetry(int taps, int last, int[] even, int[] odd)
    {
        Taps = taps;
        Last = last;
        Even = even;
        Odd = odd;
    }

    /// <summary>Gets the number of taps of a filter.</summary>
    public int Taps { get; }

    /// <summary>Gets the sum of the positions of two taps that belong together: the number of taps, or one less. A tap whose partner there is not stands alone.</summary>
    public int Last { get; }

    /// <summary>Gets the units whose taps that belong together have the same weight.</summary>
    public int[] Even { get; }

    /// <summary>Gets the units whose taps that belong together have opposite weights.</summary>
    public int[] Odd { get; }

    /// <summary>Gets the number of sums, or of differences, of a frame: those of pairs, and the values without a partner.</summary>
    public int Folded => Taps - Pairs;

    /// <summary>Gets the first tap that has a partner behind it; the one before it, if there is one, stands alone.</summary>
    public int FirstPair => Last - Taps + 1;

    /// <summary>Gets the number of pairs.</summary>
    public int Pairs => (Last + 1) / 2 - FirstPair;

    /// <summary>Finds the symmetry of filters; null where one of them has none.</summary>
    /// <param name="weights">[units, taps].</param>
    /// <param name="taps">the number of taps.</param>
    public static FilterSymmetry? Of(ReadOnlySpan<float> weights, int taps) => Of(weights, taps, taps) ?? Of(weights, taps, taps - 1);

    private static FilterSymmetry? Of(ReadOnlySpan<float> weights, int taps, int last)
    {
        float largest = 0;
        foreach (float weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        List<int> even = [], odd = [];
        for (int unit = 0; unit < weights.Length / taps; unit++)
        {
            ReadOnlySpan<float> filter = weights.Slice(unit * taps, taps);
            if (Is(filter, last, 1, largest * Tolerance))
            {
                even.Add(unit);
            }
            else if (Is(filter, last, -1, largest * Tolerance))
            {
                odd.Add(unit);
            }
            else
            {
                return null;
            }
        }

        return new FilterSymmetry(taps, last, [.. even], [.. odd]);
    }

    private static bool Is(ReadOnlySpan<float> filter, int last, float sign, float tolerance)
    {
        for (int tap = last - filter.Length + 1; tap < (last + 1) / 2; tap++)
        {
            if (!(Math.Abs(filter[tap] - (sign * filter[last - tap])) <= tolerance))
            {
                return false;
            }
        }

        return true;
    }
}
