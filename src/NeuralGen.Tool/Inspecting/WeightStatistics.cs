using NeuralGen.Compiler.Networks;

namespace NeuralGen.Tool.Inspecting;

/// <summary>What the weights of a layer are like.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Zeros">How many of them are zero.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation, of the population.</param>
internal sealed record WeightStatistics(long Count, long Zeros, double Minimum, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>The share of zeros.</summary>
    public double Sparsity => Count == 0 ? 0 : (double)Zeros / Count;

    /// <summary>The statistics of some parameters; null where there are none, or none that are known.</summary>
    public static WeightStatistics? Of(IEnumerable<Parameter> parameters)
    {
        long count = 0;
        long zeros = 0;
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        double mean = 0;
        double squares = 0;
        foreach (Parameter parameter in parameters.Where(parameter => parameter.Values.IsKnown))
        {
            for (int i = 0; i < parameter.Values.Count; i++)
            {
                // Welford's algorithm: sums of squares of large numbers would cancel.
                double value = parameter.Values[i];
                count++;
                double before = value - mean;
                mean += before / count;
                squares += before * (value - mean);
                zeros += value == 0 ? 1 : 0;
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
            }
        }

        return count == 0 ? null : new WeightStatistics(count, zeros, minimum, maximum, mean, Math.Sqrt(squares / count));
    }
}
