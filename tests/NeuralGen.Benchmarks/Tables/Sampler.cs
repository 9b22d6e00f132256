using System.Diagnostics;
using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>Times one candidate, sample by sample.</summary>
internal sealed class Sampler(ICandidate candidate, TimingEffort effort)
{
    private const double SampleMilliseconds = 1.2;

    private readonly List<double> _nanoseconds = [];
    private double _milliseconds;
    private int _calls = 1;

    /// <summary>Calls often enough for the run-time system to notice, without keeping it from compiling.</summary>
    public void WarmUp()
    {
        Stopwatch watch = Stopwatch.StartNew();
        for (int call = 0; call < 60 && watch.ElapsedMilliseconds < 300; call++)
        {
            candidate.Run(1 + (call % 3));
        }
    }

    /// <summary>Finds how many calls make a sample long enough for the clock.</summary>
    public void Calibrate()
    {
        while (Time(_calls) < SampleMilliseconds)
        {
            _calls *= 2;
        }
    }

    /// <summary>Takes a sample, unless those so far took their share of time already.</summary>
    public void Sample()
    {
        if (_nanoseconds.Count < effort.LeastSamples || _milliseconds < effort.LongestMilliseconds)
        {
            double time = Time(_calls);
            _milliseconds += time;
            _nanoseconds.Add(time * 1e6 / _calls);
        }
    }

    /// <summary>Sums up.</summary>
    public Measurement Result()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        candidate.Run(_calls);
        double bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / _calls;
        double[] sorted = [.. _nanoseconds.Order()];
        return new(sorted[0], sorted[sorted.Length / 2], bytes);
    }

    private double Time(int calls)
    {
        long start = Stopwatch.GetTimestamp();
        candidate.Run(calls);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(candidate.Result[0]);
        return time;
    }
}
