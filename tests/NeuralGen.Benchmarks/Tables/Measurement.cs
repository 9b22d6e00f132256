namespace NeuralGen.Benchmarks.Tables;

/// <summary>The time of a call and what it allocates.</summary>
internal readonly record struct Measurement(double Minimum, double Median, double BytesPerCall)
{
    /// <summary>The same by row.</summary>
    public Measurement PerRow(int rows) => this with { Minimum = Minimum / rows, Median = Median / rows };
}
