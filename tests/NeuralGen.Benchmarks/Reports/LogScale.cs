namespace NeuralGen.Benchmarks.Reports;

/// <summary>Places nanoseconds along an axis on which each power of ten is as long as the next.</summary>
internal sealed class LogScale
{
    private readonly int _lowest;
    private readonly int _highest;
    private readonly double _width;

    /// <summary>Makes an axis of whole decades that has room for all values.</summary>
    public LogScale(IReadOnlyCollection<double> values, double width)
    {
        _lowest = (int)Math.Floor(Math.Log10(values.Min()));
        _highest = Math.Max((int)Math.Ceiling(Math.Log10(values.Max())), _lowest + 1);
        _width = width;
    }

    /// <summary>Gets the powers of ten, the ends included.</summary>
    public IEnumerable<double> Decades => Enumerable.Range(_lowest, _highest - _lowest + 1).Select(power => Math.Pow(10, power));

    public double Position(double value) => (Math.Log10(value) - _lowest) / (_highest - _lowest) * _width;
}
