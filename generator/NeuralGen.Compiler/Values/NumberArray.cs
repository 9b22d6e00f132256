using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Values;

/// <summary>
/// An immutable array of numbers that compares by bits, so that -0 differs from 0 and NaN equals itself:
/// two networks are the same exactly when the code written for them is.
/// </summary>
internal sealed class NumberArray : IEquatable<NumberArray>
{
    private readonly double[] _values;
    private readonly int _hash;

    /// <summary>Wraps <paramref name="values"/>, which nobody may change afterwards.</summary>
    public NumberArray(double[] values)
    {
        _values = values;
        _hash = HashOf(values);
    }

    /// <summary>The array without numbers.</summary>
    public static NumberArray Empty { get; } = new([]);

    /// <summary>How many numbers there are.</summary>
    public int Count => _values.Length;

    /// <summary>The number at <paramref name="index"/>.</summary>
    public double this[int index] => _values[index];

    /// <summary>An array of <paramref name="count"/> times <paramref name="value"/>.</summary>
    public static NumberArray Repeat(double value, int count)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = value;
        }

        return new NumberArray(values);
    }

    /// <summary>An array with <paramref name="map"/> applied to each number.</summary>
    public NumberArray Select(Func<double, double> map) => new(Array.ConvertAll(_values, value => map(value)));

    /// <summary>Whether every number meets a condition.</summary>
    public bool All(Func<double, bool> condition) => Array.TrueForAll(_values, value => condition(value));

    /// <summary>How many numbers are not zero.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public int CountNonZeros()
    {
        int count = 0;
        foreach (double value in _values)
        {
            count += value != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The numbers from <paramref name="start"/> on, <paramref name="count"/> of them.</summary>
    public NumberArray Slice(int start, int count)
    {
        double[] values = new double[count];
        Array.Copy(_values, start, values, 0, count);
        return new NumberArray(values);
    }

    /// <summary>Copies all numbers to where <paramref name="start"/> is in <paramref name="target"/>.</summary>
    public void CopyTo(double[] target, int start) => _values.CopyTo(target, start);

    /// <summary>A copy that the caller may change.</summary>
    public double[] ToArray() => (double[])_values.Clone();

    /// <inheritdoc/>
    public bool Equals(NumberArray? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _hash != other._hash || Count != other.Count)
        {
            return false;
        }

        for (int i = 0; i < _values.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(_values[i]) != BitConverter.DoubleToInt64Bits(other._values[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberArray);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    [MethodImpl(ColdBuild.Optimized)]
    private static int HashOf(double[] values)
    {
        ulong hash = 14695981039346656037;
        foreach (double value in values)
        {
            hash = unchecked((hash ^ (ulong)BitConverter.DoubleToInt64Bits(value)) * 1099511628211);
            hash ^= hash >> 29;
        }

        return unchecked((int)(hash ^ (hash >> 32)));
    }
}
