namespace NeuralGen.Benchmarks.Accuracy;

/// <summary>The largest difference of numbers from those expected, relative to the largest of the expected.</summary>
internal sealed class RelativeError
{
    private double _largest;
    private double _difference;

    /// <summary>Gets the error of all that was added; nothing but zeros would prove nothing.</summary>
    public double Value => _largest == 0 ? double.PositiveInfinity : _difference / _largest;

    /// <summary>Adds numbers; other counts than expected, and numbers that are none, are infinitely wrong.</summary>
    public void Add(ReadOnlySpan<float> actual, ReadOnlySpan<double> expected)
    {
        if (actual.Length != expected.Length)
        {
            _difference = double.PositiveInfinity;
            return;
        }

        for (int i = 0; i < actual.Length; i++)
        {
            double difference = Math.Abs(actual[i] - expected[i]);
            _largest = Math.Max(_largest, Math.Abs(expected[i]));
            _difference = Math.Max(_difference, double.IsNaN(difference) ? double.PositiveInfinity : difference);
        }
    }
}
