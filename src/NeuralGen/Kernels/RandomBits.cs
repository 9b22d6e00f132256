namespace NeuralGen;

/// <summary>Random bits that are the same on every machine and every framework.</summary>
internal static class RandomBits
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>The next 64 bits of a sequence (SplitMix64: Steele, Lea and Flood 2014).</summary>
    /// <param name="state">the state of the sequence.</param>
    public static ulong Next(ref ulong state)
    {
        state += Increment;
        return Mix(state);
    }

    /// <summary>Scrambles 64 bits so that neighbouring numbers have nothing in common (the finalizer of SplitMix64).</summary>
    public static ulong Mix(ulong bits)
    {
        bits += Increment;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to less than 1, from 53 bits.</summary>
    public static double NextDouble(ref ulong state) => (Next(ref state) >> 11) * (1.0 / (1UL << 53));
}
