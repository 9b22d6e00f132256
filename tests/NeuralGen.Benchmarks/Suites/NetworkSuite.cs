using NeuralGen.Benchmarks.Accuracy;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.CPeers;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>A compiled network and its peers.</summary>
internal sealed class NetworkSuite<TNetwork> : INetworkSuite
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    /// <inheritdoc/>
    public string Name => TNetwork.Name;

    /// <inheritdoc/>
    public DenseWeights ReadWeights() => DenseWeights.Of<TNetwork>();

    /// <inheritdoc/>
    public CandidateSet Create(Workload workload)
    {
        Problem problem = new(ReadWeights(), WorkloadRows.Of(workload));
        ICandidate ours = CreateOurs(workload, problem);
        IEnumerable<NamedCandidate> packages = PackagePeers.Of(workload, problem);
        return workload is Workload.SampleGradient or Workload.BatchGradient
            ? new(ours, null, packages, new HandwrittenGradient<TensorArithmetic>(problem), new HandwrittenGradient<PlainArithmetic>(problem))
            : new(
                ours,
                OnnxLibrary.Functions is { } functions ? new OnnxPrediction(functions, problem, OnnxModel.Encode(problem)) : null,
                packages.Concat(CLibraries.Of(Name).Select(library => new NamedCandidate(CandidateKind.C, library.Variant, new CPrediction(library, problem)))),
                new HandwrittenPrediction<TensorArithmetic>(problem),
                new HandwrittenPrediction<PlainArithmetic>(problem));
    }

    /// <inheritdoc/>
    public ICandidate CreateOurs(Workload workload, Problem problem) => workload switch
    {
        Workload.Sample => new CompiledSample<TNetwork>(problem),
        Workload.Batch => new CompiledBatch<TNetwork>(problem),
        Workload.SampleGradient => new CompiledGradient<TNetwork>(problem),
        _ => new CompiledGradientBatch<TNetwork>(problem),
    };

    /// <inheritdoc/>
    public double Error(Workload workload) => WorkloadError.Of<TNetwork>(ReadWeights(), workload);
}
