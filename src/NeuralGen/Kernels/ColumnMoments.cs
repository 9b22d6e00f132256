namespace NeuralGen;

/// <summary>The mean and the standard deviation of a column of finite numbers, learned in three passes over it:
/// <see cref="Observe"/>, then <see cref="Center"/>, then <see cref="Square"/>, each for every number.</summary>
/// <remarks>Nothing overflows or cancels: numbers are taken from the middle of the column's range, in units of a power of two
/// that brings the range near 1, and the sums are compensated (Neumaier 1974). It is plain arithmetic in one order, so the
/// result is the same on every machine.</remarks>
internal struct ColumnMoments
{
    // The units' exponents; beyond them nothing over- or underflows any more, while the power is still a normal number.
    private const int LargestExponent = 1000;

    private double _minimum;
    private double _maximum;
    private double _middle;
    private double _unit;
    private double _offset;
    private int _count;
    private CompensatedSum _sum;
    private CompensatedSum _squares;

    /// <summary>The smallest number.</summary>
    public readonly double Minimum => _minimum;

    /// <summary>The largest number less the smallest; 1 if all numbers are the same.</summary>
    public readonly double Range => IsConstant ? 1 : _maximum - _minimum;

    /// <summary>Whether all numbers are the same.</summary>
    public readonly bool IsConstant => _minimum == _maximum;

    /// <summary>The mean; exactly the number if all are the same.</summary>
    public readonly double Mean => IsConstant ? _minimum : _middle + (_offset / _unit);

    /// <summary>The standard deviation of the population.</summary>
    public readonly double Deviation
    {
        get
        {
            // What rounding left of the sum of the deviations, which should be 0.
            double rest = _sum.Value;
            return IsConstant ? 0 : Math.Sqrt(Math.Max(0, _squares.Value - (rest * rest / _count)) / _count) / _unit;
        }
    }

    /// <summary>Takes a number in the first pass.</summary>
    public void Observe(double value)
    {
        _minimum = _count == 0 || value < _minimum ? value : _minimum;
        _maximum = _count == 0 || value > _maximum ? value : _maximum;
        _count++;
    }

    /// <summary>Ends the first pass.</summary>
    public void BeginCentering()
    {
        _middle = (_minimum / 2) + (_maximum / 2);
        double half = Math.Max(_maximum - _middle, _middle - _minimum);
        int exponent = half > 0 ? (int)((BitConverter.DoubleToInt64Bits(half) >> 52) & 0x7FF) - 1023 : 0;
        _unit = PowerOfTwo(-Math.Max(-LargestExponent, Math.Min(LargestExponent, exponent)));
    }

    /// <summary>Takes a number in the second pass.</summary>
    public void Center(double value)
    {
        double difference = value - _middle;
        _sum.Add(difference * _unit);
        _sum.Add(Lost(value, difference) * _unit);
    }

    /// <summary>Ends the second pass.</summary>
    public void BeginSquaring()
    {
        _offset = _sum.Value / _count;
        _sum = default;
    }

    /// <summary>Takes a number in the third pass.</summary>
    public void Square(double value)
    {
        double difference = value - _middle;
        double deviation = ((difference * _unit) - _offset) + (Lost(value, difference) * _unit);
        _sum.Add(deviation);
        _squares.Add(deviation * deviation);
    }

    /// <summary>What the rounded difference from the middle leaves out (Knuth 1969, two-sum).</summary>
    private readonly double Lost(double value, double difference)
    {
        double taken = value - difference;
        return (value - (difference + taken)) + (taken - _middle);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
