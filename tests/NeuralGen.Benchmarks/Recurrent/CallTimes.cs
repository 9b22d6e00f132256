using System.Diagnostics;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Recurrent;

/// <summary>How long single calls take, in microseconds: what a deadline depends on.</summary>
/// <param name="Median">Half of the calls are no longer.</param>
/// <param name="Rare">All but one in a thousand are no longer.</param>
/// <param name="Worst">The longest, with whatever else the machine did meanwhile.</param>
internal sealed record CallTimes(double Median, double Rare, double Worst)
{
    public static string Title { get; } = MarkdownTable.Header(["a million calls, µs", "median", "99.9 %", "worst"]);

    /// <summary>Measures.</summary>
    public static CallTimes Of(ICandidate candidate, int calls)
    {
        double[] times = new double[calls];
        for (int call = 0; call < calls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            candidate.Run(1);
            times[call] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return new(times[calls / 2], times[calls - 1 - (calls / 1000)], times[^1]);
    }

    public string Row(string name) => MarkdownTable.Row([name, Figures.ThreeDigits(Median), Figures.ThreeDigits(Rare), Figures.ThreeDigits(Worst)]);
}
