namespace NeuralGen.Benchmarks.Tables;

/// <summary>How much time a comparison may take: samples of a candidate, milliseconds after which it gets no more than the
/// least number of them, and rounds of calls for the run-time system to compile.</summary>
internal sealed record TimingEffort(int Samples, double LongestMilliseconds, int LeastSamples, int WarmUps)
{
    public static readonly TimingEffort Full = new(Samples: 151, LongestMilliseconds: 1500, LeastSamples: 5, WarmUps: 5);

    /// <summary>Good enough to see that everything runs, or which of several is much faster.</summary>
    public static readonly TimingEffort Quick = new(Samples: 15, LongestMilliseconds: 50, LeastSamples: 3, WarmUps: 4);
}
