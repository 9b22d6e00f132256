using System.Buffers;
using System.ComponentModel;

namespace NeuralGen;

/// <summary>The largest or smallest values along an axis, in their order: of equal ones the first before, NaN larger than all numbers.</summary>
/// <remarks>A tensor is rows of <c>length</c> values along the axis, neighbours of a row <c>inner</c> values apart; each row is looked at
/// by itself.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TopK
{
    private const int MostOnStack = 128;

    /// <summary>Finds where the values stand.</summary>
    /// <param name="input">the tensor.</param>
    /// <param name="positions">receives, for each row, <paramref name="count"/> positions along the axis, laid out as the rows are.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values are wanted of each row.</param>
    /// <param name="isLargest">whether they are the largest.</param>
    public static void Indices(ReadOnlySpan<double> input, Span<long> positions, int length, int inner, int count, bool isLargest)
    {
        int[]? rented = count > MostOnStack ? ArrayPool<int>.Shared.Rent(count) : null;
        Span<int> best = rented is null ? stackalloc int[MostOnStack] : rented;
        for (int row = 0; row < positions.Length / count; row++)
        {
            int start = Start(row, length, inner);
            int found = 0;
            for (int i = 0; i < length; i++)
            {
                double value = input[start + (i * inner)];
                int rank = found;
                while (rank > 0 && IsBefore(value, input[start + (best[rank - 1] * inner)], isLargest))
                {
                    rank--;
                }

                Insert(best, ref found, count, rank, i);
            }

            Store(best, positions.Slice(Start(row, count, inner)), inner, count);
        }

        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    /// <summary>Finds where the values stand.</summary>
    /// <param name="input">the tensor.</param>
    /// <param name="positions">receives, for each row, <paramref name="count"/> positions along the axis, laid out as the rows are.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values are wanted of each row.</param>
    /// <param name="isLargest">whether they are the largest.</param>
    public static void Indices(ReadOnlySpan<float> input, Span<long> positions, int length, int inner, int count, bool isLargest)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(input.Length);
        Span<double> values = rented.AsSpan(0, input.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = input[i];
        }

        Indices(values, positions, length, inner, count, isLargest);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Finds the values.</summary>
    /// <param name="input">the tensor.</param>
    /// <param name="output">receives <paramref name="count"/> values of each row, laid out as the rows are.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values are wanted of each row.</param>
    /// <param name="isLargest">whether they are the largest.</param>
    public static void Values(ReadOnlySpan<float> input, Span<float> output, int length, int inner, int count, bool isLargest)
    {
        long[] rented = ArrayPool<long>.Shared.Rent(output.Length);
        Span<long> positions = rented.AsSpan(0, output.Length);
        Indices(input, positions, length, inner, count, isLargest);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[Source(i, (int)positions[i], length, inner, count)];
        }

        ArrayPool<long>.Shared.Return(rented);
    }

    /// <summary>Finds the values.</summary>
    /// <param name="input">the tensor.</param>
    /// <param name="output">receives <paramref name="count"/> values of each row, laid out as the rows are.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values are wanted of each row.</param>
    /// <param name="isLargest">whether they are the largest.</param>
    public static void Values(ReadOnlySpan<double> input, Span<double> output, int length, int inner, int count, bool isLargest)
    {
        long[] rented = ArrayPool<long>.Shared.Rent(output.Length);
        Span<long> positions = rented.AsSpan(0, output.Length);
        Indices(input, positions, length, inner, count, isLargest);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[Source(i, (int)positions[i], length, inner, count)];
        }

        ArrayPool<long>.Shared.Return(rented);
    }

    /// <summary>Adds the derivatives with respect to the tensor, given those with respect to the values.</summary>
    /// <param name="input">the tensor.</param>
    /// <param name="delta">the derivatives with respect to the values.</param>
    /// <param name="inputDelta">the derivatives with respect to the tensor, which are added to.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values there are of each row.</param>
    /// <param name="isLargest">whether they are the largest.</param>
    public static void AddGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> delta, Span<float> inputDelta, int length, int inner, int count, bool isLargest)
    {
        long[] rented = ArrayPool<long>.Shared.Rent(delta.Length);
        Span<long> positions = rented.AsSpan(0, delta.Length);
        Indices(input, positions, length, inner, count, isLargest);
        for (int i = 0; i < delta.Length; i++)
        {
            inputDelta[Source(i, (int)positions[i], length, inner, count)] += delta[i];
        }

        ArrayPool<long>.Shared.Return(rented);
    }

    /// <summary>Adds the derivatives with respect to the tensor, given those with respect to the values.</summary>
    /// <param name="input">the tensor.</param>
    /// <param name="delta">the derivatives with respect to the values.</param>
    /// <param name="inputDelta">the derivatives with respect to the tensor, which are added to.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values there are of each row.</param>
    /// <param name="isLargest">whether they are the largest.</param>
    public static void AddGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> delta, Span<double> inputDelta, int length, int inner, int count, bool isLargest)
    {
        long[] rented = ArrayPool<long>.Shared.Rent(delta.Length);
        Span<long> positions = rented.AsSpan(0, delta.Length);
        Indices(input, positions, length, inner, count, isLargest);
        for (int i = 0; i < delta.Length; i++)
        {
            inputDelta[Source(i, (int)positions[i], length, inner, count)] += delta[i];
        }

        ArrayPool<long>.Shared.Return(rented);
    }

    /// <summary>Where in the tensor a value of the result comes from.</summary>
    /// <param name="index">its position in the result.</param>
    /// <param name="position">its position along the axis.</param>
    /// <param name="length">the size of the axis.</param>
    /// <param name="inner">how far apart neighbours along it are.</param>
    /// <param name="count">how many values the result has of each row.</param>
    /// <returns>the position in the tensor.</returns>
    private static int Source(int index, int position, int length, int inner, int count) =>
        (index / (count * inner) * length * inner) + (position * inner) + (index % inner);

    private static int Start(int row, int length, int inner) => (row / inner * length * inner) + (row % inner);

    private static bool IsBefore(double value, double other, bool isLargest) => isLargest
        ? value > other || (double.IsNaN(value) && !double.IsNaN(other))
        : value < other || (double.IsNaN(other) && !double.IsNaN(value));

    private static void Insert(Span<int> best, ref int found, int count, int rank, int position)
    {
        if (rank >= count)
        {
            return;
        }

        found = Math.Min(found + 1, count);
        for (int i = found - 1; i > rank; i--)
        {
            best[i] = best[i - 1];
        }

        best[rank] = position;
    }

    private static void Store(Span<int> best, Span<long> positions, int inner, int count)
    {
        for (int i = 0; i < count; i++)
        {
            positions[i * inner] = best[i];
        }
    }
}
