namespace NeuralGen.Benchmarks.Suites;

/// <summary>What is computed by one call.</summary>
internal enum Workload
{
    Sample,
    Batch,
    SampleGradient,
    BatchGradient,
}
