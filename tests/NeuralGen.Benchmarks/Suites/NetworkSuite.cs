using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>A compiled network and its peers.</summary>
internal sealed class NetworkSuite<TNetwork> : INetworkSuite
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    /// <inheritdoc/>
    public string Name => string.Join('-', TNetwork.LayerSizes.ToArray());

    /// <inheritdoc/>
    public CandidateSet Create(Workload workload)
    {
        Problem problem = Problem.Of<TNetwork>(WorkloadRows.Of(workload));
        if (workload is Workload.SampleGradient or Workload.BatchGradient)
        {
            return new(
                workload == Workload.SampleGradient ? new CompiledGradient<TNetwork>(problem) : new CompiledGradientBatch<TNetwork>(problem),
                null,
                new HandwrittenGradient<TensorArithmetic>(problem),
                new HandwrittenGradient<PlainArithmetic>(problem));
        }

        return new(
            workload == Workload.Sample ? new CompiledSample<TNetwork>(problem) : new CompiledBatch<TNetwork>(problem),
            OnnxLibrary.Functions is { } functions ? new OnnxPrediction(functions, problem) : null,
            new HandwrittenPrediction<TensorArithmetic>(problem),
            new HandwrittenPrediction<PlainArithmetic>(problem));
    }
}
