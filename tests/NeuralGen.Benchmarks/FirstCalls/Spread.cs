namespace NeuralGen.Benchmarks.FirstCalls;

/// <summary>The least and the middle of several times, in nanoseconds.</summary>
internal readonly record struct Spread(double Minimum, double Median)
{
    public static Spread Of(IEnumerable<double> nanoseconds)
    {
        double[] sorted = [.. nanoseconds.Order()];
        return new(sorted[0], sorted[sorted.Length / 2]);
    }
}
