namespace NeuralGen.Benchmarks.Suites;

/// <summary>The rows of the workloads.</summary>
internal static class WorkloadRows
{
    public const int Batch = 1024;
    public const int BatchGradient = 64;

    public static int Of(Workload workload) => workload switch
    {
        Workload.Batch => Batch,
        Workload.BatchGradient => BatchGradient,
        _ => 1,
    };
}
