using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Values;

/// <summary>
/// An immutable array of numbers that compares by bits, so that -0 differs from 0 and NaN equals itself:
/// two networks are the same exactly when the code written for them is. Of numbers that the program reads from a resource
/// only their count and some facts are known.
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

    /// <summary>Numbers that the compiler does not see.</summary>
    public NumberArray(StoredNumbers stored)
    {
        _values = [];
        Stored = stored;
        _hash = stored.GetHashCode();
    }

    /// <summary>The array without numbers.</summary>
    public static NumberArray Empty { get; } = new([]);

    /// <summary>Where the program reads the numbers; null when they are known.</summary>
    public StoredNumbers? Stored { get; }

    /// <summary>Whether the numbers are known; if not, nobody may ask for one of them.</summary>
    public bool IsKnown => Stored is null;

    /// <summary>How many numbers there are.</summary>
    public int Count => Stored?.Count ?? _values.Length;

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
    public NumberArray Select(Func<double, double> map) => new(Array.ConvertAll(Known, value => map(value)));

    /// <summary>Whether every number is known to meet a condition.</summary>
    public bool All(Func<double, bool> condition) => IsKnown && Array.TrueForAll(_values, value => condition(value));

    /// <summary>How many numbers are not zero.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public int CountNonZeros()
    {
        int count = Stored?.NonZeros ?? 0;
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
        Array.Copy(Known, start, values, 0, count);
        return new NumberArray(values);
    }

    /// <summary>Copies all numbers to where <paramref name="start"/> is in <paramref name="target"/>.</summary>
    public void CopyTo(double[] target, int start) => Known.CopyTo(target, start);

    /// <summary>A copy that the caller may change.</summary>
    public double[] ToArray() => (double[])Known.Clone();

    /// <inheritdoc/>
    public bool Equals(NumberArray? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _hash != other._hash || Count != other.Count || !Equals(Stored, other.Stored))
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

    private double[] Known => IsKnown ? _values : throw new InvalidOperationException($"The numbers of '{Stored!.Tensor}' are not known to the compiler.");

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
