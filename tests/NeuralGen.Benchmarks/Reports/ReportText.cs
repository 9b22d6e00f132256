using NeuralGen.Benchmarks.Builds;
using NeuralGen.Benchmarks.FirstCalls;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>The Markdown of a report.</summary>
internal static class ReportText
{
    private const string Legend =
        "Networks are named by the sizes of their layers: dense, ReLU, the last one linear; penguins is that of samples/BakedPenguins, "
        + "11-100-100-1 behind a normalization. NeuralGen's times are the median and, in parentheses, the minimum; those of the others are "
        + "ratios of minima: 2× takes twice as long as NeuralGen. The best C is the fastest of all variants for that network and workload. "
        + "Error is the largest difference of NeuralGen from double precision over many rows, relative to the largest result.";

    private const string FirstCallLegend =
        "Fresh processes, medians: from before anything of the network is touched to its first result, compilation by the run-time "
        + "system and loading the library included; weights and ONNX models lie in memory before. The run-time system still takes part in "
        + "the second call; later ones take the times above.";

    private const string SummaryLegend =
        "One thread, single precision. 2× takes twice as long as NeuralGen. Networks are named by the sizes of their layers; penguins is "
        + "11-100-100-1 behind a normalization.";

    /// <summary>All tables.</summary>
    public static string Write(ReportResults results)
    {
        List<string> parts =
        [
            Paragraph.Wrap($"{Machine.Description}. {string.Join(' ', Participants.Remarks)}"),
            Paragraph.Wrap(Legend),
            $"![{PredictionChart.Description}]({Repository.ChartReference})",
        ];
        foreach (Workload workload in Enum.GetValues<Workload>())
        {
            parts.Add($"### {WorkloadTitles.Of(workload)}");
            parts.Add(WorkloadTable.Write(results.Of(workload)));
        }

        parts.Add($"### {FirstCallTable.Title}");
        parts.Add(Paragraph.Wrap(FirstCallLegend));
        parts.Add(string.Join('\n', [FirstCallTable.Header, .. results.FirstCalls.Select(FirstCallTable.Row)]));
        parts.Add($"### {BuildTable.Title}");
        parts.Add(Paragraph.Wrap(BuildTable.Legend));
        parts.Add(string.Join('\n', [BuildTable.Header, .. BuildTable.Rows(results.Builds)]));
        return string.Join("\n\n", parts);
    }

    /// <summary>The small table, and what it was measured with.</summary>
    public static string Summarize(ReportResults results) =>
        $"{SummaryTable.Write(results)}\n\n{Paragraph.Wrap($"{Machine.Description}. {SummaryLegend}")}";
}
