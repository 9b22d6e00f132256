using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>A table of one workload: our times, and what the peers take in proportion. Peers that nothing is known of have no
/// column.</summary>
internal static class WorkloadTable
{
    public static string Write(IReadOnlyList<Comparison> comparisons)
    {
        CandidateKind[] peers = [.. CandidateKinds.Peers.Where(kind => comparisons.Any(comparison => comparison.Fastest(kind) is not null))];
        string header = MarkdownTable.Header(["network", .. peers.Prepend(CandidateKind.Ours).Select(CandidateKinds.NameOf), "bytes a call", "error"]);
        return string.Join('\n', [header, .. comparisons.Select(comparison => Row(comparison, peers))]);
    }

    private static string Row(Comparison comparison, CandidateKind[] peers) => MarkdownTable.Row(
        [
            comparison.Network,
            $"{Figures.ThreeDigits(comparison.Ours.Median)} ({Figures.ThreeDigits(comparison.Ours.Minimum)})",
            .. peers.Select(kind => Cell(comparison, kind)),
            Figures.Bytes(comparison.Ours.BytesPerCall),
            Figures.Exponential(comparison.Error),
        ]);

    private static string Cell(Comparison comparison, CandidateKind kind)
    {
        if (comparison.Fastest(kind) is not { } fastest)
        {
            return Figures.None;
        }

        string ratio = Figures.Ratio(fastest.Time.Minimum / comparison.Ours.Minimum);
        return kind == CandidateKind.C ? $"{ratio} ({fastest.Name})" : ratio;
    }
}
