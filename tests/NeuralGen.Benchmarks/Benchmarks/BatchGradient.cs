using BenchmarkDotNet.Attributes;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>The gradient of a batch of 64: nanoseconds a row.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Dense2x2x1))]
[GenericTypeArguments(typeof(Dense2x2x2x1))]
[GenericTypeArguments(typeof(Dense4x8x3))]
[GenericTypeArguments(typeof(Dense64x32x10))]
[GenericTypeArguments(typeof(Dense10x100x100x1))]
[GenericTypeArguments(typeof(Penguins))]
#if LARGE_NETWORKS
[GenericTypeArguments(typeof(Dense784x128x10))]
[GenericTypeArguments(typeof(Dense784x512x512x10))]
#endif
public class BatchGradient<TNetwork> : CandidateBenchmarks<TNetwork>
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    public BatchGradient()
        : base(Workload.BatchGradient)
    {
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = WorkloadRows.BatchGradient)]
    public void Ours() => Candidates.Ours.Run(1);

    [Benchmark(OperationsPerInvoke = WorkloadRows.BatchGradient)]
    public void TensorPrimitives() => Candidates.Tensors.Run(1);

    [Benchmark(OperationsPerInvoke = WorkloadRows.BatchGradient)]
    public void PlainLoops() => Candidates.Plain.Run(1);
}
