using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>One workload of the chart: a group of bars for each network, one below the other.</summary>
internal static class ChartPanel
{
    public const double BarHeight = 10;

    private const double NameWidth = 110;
    private const double LabelWidth = 40;
    private const double GroupGap = 14;
    private const double TitleHeight = 34;
    private const double AxisHeight = 24;

    /// <summary>The height of a panel of so many bars in so many groups.</summary>
    public static double Height(IReadOnlyList<Comparison> comparisons) =>
        TitleHeight + comparisons.Sum(comparison => GroupHeight(comparison)) + AxisHeight;

    public static void Draw(SvgText svg, double left, double top, double width, string title, IReadOnlyList<Comparison> comparisons)
    {
        double start = left + NameWidth;
        LogScale scale = new([.. comparisons.SelectMany(Bars).Select(bar => bar.Time.Minimum)], width - NameWidth - LabelWidth);
        double bottom = top + Height(comparisons) - AxisHeight;
        svg.Text(start, top + 16, title, 14, "start", isBold: true);
        foreach (double decade in scale.Decades)
        {
            double x = start + scale.Position(decade);
            svg.Line(x, top + TitleHeight - 6, x, bottom);
            svg.Text(x, bottom + 15, Duration(decade), 11, "middle");
        }

        double y = top + TitleHeight;
        foreach (Comparison comparison in comparisons)
        {
            CandidateTime[] bars = [.. Bars(comparison)];
            svg.Text(start - 8, y + (bars.Length * BarHeight / 2) + 4, comparison.Network, 12, "end");
            for (int bar = 0; bar < bars.Length; bar++)
            {
                double length = Math.Max(scale.Position(bars[bar].Time.Minimum), 1);
                double barTop = y + (bar * BarHeight);
                svg.Rectangle(start, barTop, length, BarHeight - 1, ChartColors.Of(bars[bar].Kind));
                svg.Text(start + length + 3, barTop + BarHeight - 2, Figures.ThreeDigits(bars[bar].Time.Minimum), 9, "start", bars[bar].Kind == CandidateKind.Ours);
            }

            y += GroupHeight(comparison);
        }
    }

    private static double GroupHeight(Comparison comparison) => (Bars(comparison).Count() * BarHeight) + GroupGap;

    private static IEnumerable<CandidateTime> Bars(Comparison comparison) =>
        Enum.GetValues<CandidateKind>().Select(comparison.Fastest).OfType<CandidateTime>();

    private static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => FormattableString.Invariant($"{nanoseconds:0.###} ns"),
        < 1e6 => FormattableString.Invariant($"{nanoseconds / 1e3:0.###} µs"),
        _ => FormattableString.Invariant($"{nanoseconds / 1e6:0.###} ms"),
    };
}
