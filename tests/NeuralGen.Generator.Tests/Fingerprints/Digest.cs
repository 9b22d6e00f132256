namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>Numbers that stand for many: their weighted mean, in which each has another weight, relative to their size.</summary>
/// <remarks>A hash would tell machines apart that round differently; this changes as little as the numbers do.</remarks>
internal sealed class Digest
{
    private double _sum;
    private double _size;
    private uint _state = 1;

    /// <summary>Between -1 and 1.</summary>
    public double Value => _size == 0 ? 0 : _sum / _size;

    public void Add(IEnumerable<double> values)
    {
        foreach (double value in values)
        {
            Add(value);
        }
    }

    public void Add(double value)
    {
        _state = (_state * 1664525) + 1013904223;
        double weight = ((_state >> 8) / (double)(1 << 23)) - 1;

        // Values that are huge, infinite or not a number are as good as others, and must not hide them.
        double bounded = double.IsNaN(value) ? 2 : Math.Clamp(value, -1e3, 1e3);
        _sum += weight * bounded;
        _size += Math.Abs(bounded);
    }
}
