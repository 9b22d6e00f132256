using BenchmarkDotNet.Attributes;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>What all benchmarks share: the candidates, made before and let go of after.</summary>
public abstract class CandidateBenchmarks<TNetwork>
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    private readonly Workload _workload;

    private CandidateSet? _candidates;
    private ICandidate? _fastestC;

    private protected CandidateBenchmarks(Workload workload) => _workload = workload;

    private protected CandidateSet Candidates => _candidates!;

    /// <summary>Gets the fastest of the variants of C, found by a short comparison at the first call.</summary>
    private protected ICandidate FastestC => _fastestC ??= FindFastestC();

    [GlobalSetup]
    public void Create() => _candidates = new NetworkSuite<TNetwork>().Create(_workload);

    [GlobalCleanup]
    public void Release() => _candidates?.Dispose();

    private ICandidate FindFastestC()
    {
        NamedCandidate[] variants = [.. Candidates.All.Where(named => named.Kind == CandidateKind.C)];
        CandidateTime fastest = Comparison.Measure(variants, 1, TimingEffort.Quick).MinBy(time => time.Time.Minimum)
            ?? throw new InvalidOperationException("This network is not compiled from C; see Peers/build_c_peers.sh.");
        Console.WriteLine($"// The fastest C: {fastest.Name}");
        return variants.Single(named => named.Name == fastest.Name).Candidate;
    }
}
