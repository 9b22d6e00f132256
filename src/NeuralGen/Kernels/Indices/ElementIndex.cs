using System.ComponentModel;

namespace NeuralGen;

/// <summary>Checks the indices in the data that emitted networks look values up by.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementIndex
{
    /// <summary>An index as a position.</summary>
    /// <param name="index">the index.</param>
    /// <param name="count">how many positions there are.</param>
    /// <param name="position">where the index stands in its tensor.</param>
    /// <param name="tensor">the name of that tensor.</param>
    /// <returns>the index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the index is below 0, or not below <paramref name="count"/>.</exception>
    public static int Of(long index, int count, int position, string tensor)
    {
        if ((ulong)index >= (ulong)count)
        {
            Throw(index, 0, count, position, tensor);
        }

        return (int)index;
    }

    /// <summary>An index as a position, where those below zero count from the end.</summary>
    /// <param name="index">the index.</param>
    /// <param name="count">how many positions there are.</param>
    /// <param name="position">where the index stands in its tensor.</param>
    /// <param name="tensor">the name of that tensor.</param>
    /// <returns>the position that it stands for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the index is below -<paramref name="count"/>, or not below <paramref name="count"/>.</exception>
    public static int OfSigned(long index, int count, int position, string tensor)
    {
        long counted = index < 0 ? index + count : index;
        if ((ulong)counted >= (ulong)count)
        {
            Throw(index, -count, count, position, tensor);
        }

        return (int)counted;
    }

    private static void Throw(long index, int least, int count, int position, string tensor) => throw new ArgumentOutOfRangeException(
        tensor,
        index,
        FormattableString.Invariant($"Index {position} of '{tensor}' is {index}; it must be from {least} to {count - 1}."));
}
