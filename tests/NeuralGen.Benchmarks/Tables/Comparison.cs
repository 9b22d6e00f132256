using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>All that is known of one network and workload: the times of all candidates, how far their results are apart, and
/// how far ours are from double precision.</summary>
internal sealed record Comparison(string Network, Workload Workload, IReadOnlyList<CandidateTime> Times, PeerDifference Difference, double Error)
{
    public Measurement Ours => Fastest(CandidateKind.Ours)!.Time;

    /// <summary>Measures.</summary>
    public static Comparison Of(INetworkSuite suite, Workload workload, TimingEffort effort)
    {
        using CandidateSet set = suite.Create(workload);
        PeerDifference difference = Agreement.Farthest(set);
        return new(suite.Name, workload, Measure(set.All, WorkloadRows.Of(workload), effort), difference, suite.Error(workload));
    }

    /// <summary>Measures some candidates.</summary>
    public static CandidateTime[] Measure(IReadOnlyList<NamedCandidate> candidates, int rows, TimingEffort effort)
    {
        Measurement[] times = InterleavedTiming.Measure(candidates.Select(named => named.Candidate), effort);
        return [.. candidates.Zip(times, (named, time) => new CandidateTime(named.Kind, named.Name, time.PerRow(rows)))];
    }

    /// <summary>Gets the fastest candidate of a kind, by its minimum, if there is any.</summary>
    public CandidateTime? Fastest(CandidateKind kind) => Times.Where(time => time.Kind == kind).MinBy(time => time.Time.Minimum);
}
