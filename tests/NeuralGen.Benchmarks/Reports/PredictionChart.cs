using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>Draws the times of predictions: one sample on the left, a batch on the right.</summary>
internal static class PredictionChart
{
    public const string Description = "Time of a prediction by network, on a logarithmic scale; shorter bars are faster";

    private const double PanelWidth = 460;
    private const double Margin = 20;
    private const double LegendHeight = 44;
    private const double LegendStep = 140;

    public static string Draw(ReportResults results)
    {
        IReadOnlyList<Comparison> samples = results.Of(Workload.Sample);
        IReadOnlyList<Comparison> batches = results.Of(Workload.Batch);
        double height = LegendHeight + Math.Max(ChartPanel.Height(samples), ChartPanel.Height(batches)) + Margin;
        SvgText svg = new((2 * PanelWidth) + (3 * Margin), height, Description);
        DrawLegend(svg, [.. samples.Concat(batches).SelectMany(comparison => comparison.Times).Select(time => time.Kind).Distinct().Order()]);
        ChartPanel.Draw(svg, Margin, LegendHeight, PanelWidth, WorkloadTitles.Of(Workload.Sample), samples);
        ChartPanel.Draw(svg, PanelWidth + (2 * Margin), LegendHeight, PanelWidth, WorkloadTitles.Of(Workload.Batch), batches);
        return svg.ToString();
    }

    private static void DrawLegend(SvgText svg, CandidateKind[] kinds)
    {
        for (int i = 0; i < kinds.Length; i++)
        {
            double left = Margin + (i * LegendStep);
            svg.Rectangle(left, 18, 14, 12, ChartColors.Of(kinds[i]));
            svg.Text(left + 20, 28, CandidateKinds.NameOf(kinds[i]), 12, "start", kinds[i] == CandidateKind.Ours);
        }

        svg.Text((2 * PanelWidth) + (2 * Margin), 28, "minimum, logarithmic", 11, "end");
    }
}
