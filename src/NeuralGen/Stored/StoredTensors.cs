using System.ComponentModel;
using System.Reflection;

namespace NeuralGen;

/// <summary>The numbers of networks that are too many for code: a resource of the assembly, which is opened at the first use and
/// read in place where it can be. Safe to use from many threads at once. Emitted networks make one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StoredTensors
{
    private readonly Lazy<StoredBytes> _bytes;

    /// <summary>Names a resource.</summary>
    /// <param name="assembly">the assembly that holds it.</param>
    /// <param name="name">the resource's logical name.</param>
    public StoredTensors(Assembly assembly, string name) => _bytes = new(() => StoredBytes.Open(assembly, name));

    internal StoredTensors(Func<Stream> open) => _bytes = new(() => new StoredBytes(open()));

    /// <summary>Whether there is a copy, since some numbers could not be read where the system has mapped them.</summary>
    internal bool IsCopied => _bytes.Value.IsCopied;

    /// <summary>Numbers in single precision, valid as long as the assembly is loaded and this object is there.</summary>
    /// <param name="offset">where they begin in the resource, in bytes; a multiple of 4.</param>
    /// <param name="count">how many there are.</param>
    /// <exception cref="InvalidOperationException">the assembly has no such resource.</exception>
    /// <exception cref="ArgumentOutOfRangeException">the resource has no such place.</exception>
    public ReadOnlySpan<float> Single(long offset, int count) => _bytes.Value.Numbers<float>(offset, count);

    /// <summary>A copy in single precision of numbers that are stored in double precision.</summary>
    /// <param name="offset">where they begin in the resource, in bytes; a multiple of 8.</param>
    /// <param name="count">how many there are.</param>
    /// <exception cref="InvalidOperationException">the assembly has no such resource.</exception>
    /// <exception cref="ArgumentOutOfRangeException">the resource has no such place.</exception>
    public float[] ToSingle(long offset, int count)
    {
        ReadOnlySpan<double> numbers = Double(offset, count);
        float[] copy = new float[count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = (float)numbers[i];
        }

        return copy;
    }

    /// <summary>A copy in double precision of numbers that are stored in single precision.</summary>
    /// <param name="offset">where they begin in the resource, in bytes; a multiple of 4.</param>
    /// <param name="count">how many there are.</param>
    /// <exception cref="InvalidOperationException">the assembly has no such resource.</exception>
    /// <exception cref="ArgumentOutOfRangeException">the resource has no such place.</exception>
    public double[] ToDouble(long offset, int count)
    {
        ReadOnlySpan<float> numbers = Single(offset, count);
        double[] copy = new double[count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = numbers[i];
        }

        return copy;
    }

    /// <summary>Numbers in double precision, valid as long as the assembly is loaded and this object is there.</summary>
    /// <param name="offset">where they begin in the resource, in bytes; a multiple of 8.</param>
    /// <param name="count">how many there are.</param>
    /// <exception cref="InvalidOperationException">the assembly has no such resource.</exception>
    /// <exception cref="ArgumentOutOfRangeException">the resource has no such place.</exception>
    public ReadOnlySpan<double> Double(long offset, int count) => _bytes.Value.Numbers<double>(offset, count);
}
