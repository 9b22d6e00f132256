using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>The small table of the repository's README: predictions of some networks, one sample and a batch side by side.</summary>
internal static class SummaryTable
{
    private static readonly string[] Networks = ["2-2-1", "4-8-3", "64-32-10", "penguins", "784-128-10", "784-512-512-10"];

    private static readonly CandidateKind[] Shown = [CandidateKind.OnnxRuntime, CandidateKind.C, CandidateKind.PlainLoops];

    private static readonly (Workload Workload, string Title)[] Workloads =
        [(Workload.Sample, "one sample, ns"), (Workload.Batch, $"a row of {WorkloadRows.Batch}, ns")];

    /// <summary>Writes the table; of other networks where none of the usual ones was measured.</summary>
    public static string Write(ReportResults results)
    {
        string[] measured = [.. results.Of(Workload.Sample).Select(comparison => comparison.Network)];
        string[] networks = [.. Networks.Intersect(measured).DefaultIfEmpty(measured[0])];
        CandidateKind[] peers = [.. Shown.Where(kind => results.Comparisons.Any(comparison => comparison.Fastest(kind) is not null))];
        return string.Join('\n', [Header(peers), .. networks.Select(network => Row(results, network, peers))]);
    }

    private static string Header(CandidateKind[] peers) =>
        MarkdownTable.Header([.. Workloads.SelectMany(part => peers.Select(CandidateKinds.NameOf).Prepend(part.Title)).Prepend("network")]);

    private static string Row(ReportResults results, string network, CandidateKind[] peers) => MarkdownTable.Row(
        [network, .. Workloads.SelectMany(part => Cells(results.Of(part.Workload).Single(comparison => comparison.Network == network), peers))]);

    private static IEnumerable<string> Cells(Comparison comparison, CandidateKind[] peers) => peers
        .Select(kind => comparison.Fastest(kind) is { } peer ? Figures.Ratio(peer.Time.Minimum / comparison.Ours.Minimum) : Figures.None)
        .Prepend(Figures.ThreeDigits(comparison.Ours.Median));
}
