using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>What the workloads are called above their tables.</summary>
internal static class WorkloadTitles
{
    public static string Of(Workload workload) => workload switch
    {
        Workload.Sample => "Batch 1, ns a call",
        Workload.Batch => $"Batch {WorkloadRows.Batch}, ns a row",
        Workload.SampleGradient => "Gradient of one sample, ns a call",
        _ => $"Gradient of a batch of {WorkloadRows.BatchGradient}, ns a row",
    };
}
