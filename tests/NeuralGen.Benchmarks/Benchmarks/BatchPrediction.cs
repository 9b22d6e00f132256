using BenchmarkDotNet.Attributes;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>Batch 1,024: nanoseconds a row.</summary>
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
public class BatchPrediction<TNetwork> : CandidateBenchmarks<TNetwork>
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    public BatchPrediction()
        : base(Workload.Batch)
    {
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = WorkloadRows.Batch)]
    public void Ours() => Candidates.Ours.Run(1);

    [Benchmark(OperationsPerInvoke = WorkloadRows.Batch)]
    public void OnnxRuntime() => Candidates.Onnx!.Run(1);

    [Benchmark(OperationsPerInvoke = WorkloadRows.Batch)]
    public void C() => FastestC.Run(1);

    [Benchmark(OperationsPerInvoke = WorkloadRows.Batch)]
    public void TensorPrimitives() => Candidates.Tensors.Run(1);

    [Benchmark(OperationsPerInvoke = WorkloadRows.Batch)]
    public void PlainLoops() => Candidates.Plain.Run(1);
}
