namespace NeuralGen.Training;

/// <summary>The pseudo-random generator SplitMix64 (Steele, Lea and Flood 2014): the same numbers for a seed on every machine
/// and in every version of .NET. It is not for cryptography.</summary>
/// <param name="seed">the seed; every value is allowed.</param>
public struct SplitMix64(ulong seed)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Computes the next number.</summary>
    /// <returns>64 random bits.</returns>
    public ulong NextUInt64()
    {
        _state += Increment;
        return Mix(_state);
    }

    /// <summary>Computes a whole number below a bound, all equally likely (Lemire 2019).</summary>
    /// <param name="bound">the bound, at least 1.</param>
    /// <returns>a number from 0 to <paramref name="bound"/> - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the bound is less than 1.</exception>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        uint range = (uint)bound;
        uint threshold = (uint)-bound % range;
        while (true)
        {
            ulong product = (NextUInt64() >> 32) * range;
            if ((uint)product >= threshold)
            {
                return (int)(product >> 32);
            }
        }
    }

    /// <summary>Computes a number in [0, 1), a multiple of 2⁻⁵³.</summary>
    /// <returns>the number.</returns>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts values into a random order (Fisher and Yates), all orders equally likely.</summary>
    /// <typeparam name="TValue">the type of the values.</typeparam>
    /// <param name="values">the values.</param>
    public void Shuffle<TValue>(Span<TValue> values)
    {
        for (int last = values.Length - 1; last > 0; last--)
        {
            int other = NextInt32(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>Makes the generator of one of many independent sequences. Each depends on its number only, so a resumed run
    /// needs no stored state.</summary>
    internal static SplitMix64 ForSequence(int seed, RandomPurpose purpose, long number) =>
        new(Mix(Mix((uint)seed + ((ulong)purpose << 32)) + ((ulong)number * Increment)));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
