using BenchmarkDotNet.Attributes;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>The gradient of one sample: nanoseconds a call.</summary>
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
public class SampleGradient<TNetwork> : CandidateBenchmarks<TNetwork>
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    public SampleGradient()
        : base(Workload.SampleGradient)
    {
    }

    [Benchmark(Baseline = true)]
    public void Ours() => Candidates.Ours.Run(1);

    [Benchmark]
    public void TensorPrimitives() => Candidates.Tensors.Run(1);

    [Benchmark]
    public void PlainLoops() => Candidates.Plain.Run(1);
}
