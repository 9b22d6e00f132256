using BenchmarkDotNet.Attributes;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>What all benchmarks share: the candidates, made before and let go of after.</summary>
public abstract class CandidateBenchmarks<TNetwork>
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    private readonly Workload _workload;

    private CandidateSet? _candidates;

    private protected CandidateBenchmarks(Workload workload) => _workload = workload;

    private protected CandidateSet Candidates => _candidates!;

    [GlobalSetup]
    public void Create() => _candidates = new NetworkSuite<TNetwork>().Create(_workload);

    [GlobalCleanup]
    public void Release() => _candidates?.Dispose();
}
