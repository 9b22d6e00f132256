using System.Diagnostics;

namespace NeuralGen.Tool.Measuring;

/// <summary>Measures how long a call takes.</summary>
internal static class Timing
{
    private const int Runs = 7;
    private const double ShortestRun = 0.03;
    private const double WarmUp = 0.3;
    private const int MostCalls = 1 << 28;

    // A model of a second a call is measured twice, not seven times.
    private const double Longest = 3;

    /// <summary>The median of some runs, in nanoseconds a call.</summary>
    /// <param name="run">Makes a number of calls.</param>
    public static double Nanoseconds(Action<int> run)
    {
        int calls = 1;
        Stopwatch warm = Stopwatch.StartNew();
        double seconds = Seconds(run, calls);
        while ((seconds < ShortestRun || warm.Elapsed.TotalSeconds < WarmUp) && calls < MostCalls)
        {
            // The compiler of the runtime looks at code again after some calls, so it must run for a while first.
            calls = seconds < ShortestRun ? 2 * calls : calls;
            seconds = Seconds(run, calls);
        }

        int runs = Math.Clamp((int)(Longest / seconds), 1, Runs);
        double[] measured = [.. Enumerable.Range(0, runs).Select(_ => Seconds(run, calls)).Order()];
        return measured[runs / 2] / calls * 1e9;
    }

    private static double Seconds(Action<int> run, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        run(calls);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
