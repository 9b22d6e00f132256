using NeuralGen.Benchmarks.Builds;
using NeuralGen.Benchmarks.FirstCalls;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>All that a report is made of.</summary>
internal sealed record ReportResults(IReadOnlyList<Comparison> Comparisons, IReadOnlyList<FirstCallTime[]> FirstCalls, BuildRow[] Builds)
{
    /// <summary>Gets what was measured of a workload.</summary>
    public IReadOnlyList<Comparison> Of(Workload workload) => [.. Comparisons.Where(comparison => comparison.Workload == workload)];
}
