using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Elements.Vectorized;

/// <summary>Normalisation of one row, which stays in the first cache for its three passes.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class NormalizationLanes<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Additions take four cycles each, and two can begin in one.
    private const int Chains = 4;

    /// <summary>Normalises a row.</summary>
    /// <param name="input">the row.</param>
    /// <param name="output">receives a value each; may be the input.</param>
    /// <param name="columns">the number of values.</param>
    /// <param name="gamma">the row's first factor, or null.</param>
    /// <param name="beta">the row's first offset, or null.</param>
    /// <param name="inner">how many neighbours share them, if more than one.</param>
    /// <param name="epsilon">what keeps the root from zero.</param>
    /// <param name="hasMean">whether the mean is taken off the values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row(T* input, T* output, int columns, T* gamma, T* beta, int inner, T epsilon, bool hasMean)
    {
        T count = T.CreateTruncating(columns);
        TVector mean = hasMean ? TLanes.Broadcast(Sum(input, columns) / count) : default;
        T squares = SumOfSquares(input, columns, mean) / count;
        TVector inverse = TLanes.Broadcast(T.One / T.Sqrt(squares + epsilon));
        if (inner <= 1)
        {
            Scale(input, output, columns, mean, inverse, gamma, beta);
            return;
        }

        for (int start = 0; start < columns; start += inner)
        {
            TVector factor = gamma is null ? inverse : TLanes.Multiply(inverse, TLanes.Broadcast(*gamma++));
            Scale(input + start, output + start, Math.Min(inner, columns - start), mean, factor, beta is null ? default : TLanes.Broadcast(*beta++));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Sum(T* values, int length)
    {
        TVector first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i <= length - (Chains * TLanes.Count); i += Chains * TLanes.Count)
        {
            first = TLanes.Add(first, TLanes.Load(values + i));
            second = TLanes.Add(second, TLanes.Load(values + i + TLanes.Count));
            third = TLanes.Add(third, TLanes.Load(values + i + (2 * TLanes.Count)));
            fourth = TLanes.Add(fourth, TLanes.Load(values + i + (3 * TLanes.Count)));
        }

        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            first = TLanes.Add(first, TLanes.Load(values + i));
        }

        if (i < length)
        {
            second = TLanes.Add(second, TLanes.LoadFirst(values + i, length - i));
        }

        return TLanes.Sum(TLanes.Add(TLanes.Add(first, second), TLanes.Add(third, fourth)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T SumOfSquares(T* values, int length, TVector mean)
    {
        TVector first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i <= length - (Chains * TLanes.Count); i += Chains * TLanes.Count)
        {
            first = AddSquare(first, TLanes.Load(values + i), mean);
            second = AddSquare(second, TLanes.Load(values + i + TLanes.Count), mean);
            third = AddSquare(third, TLanes.Load(values + i + (2 * TLanes.Count)), mean);
            fourth = AddSquare(fourth, TLanes.Load(values + i + (3 * TLanes.Count)), mean);
        }

        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            first = AddSquare(first, TLanes.Load(values + i), mean);
        }

        // Lanes behind the row's end are no values, and their difference from the mean does not count.
        if (i < length)
        {
            TVector mask = TLanes.FirstLanes(length - i);
            second = AddSquare(second, TLanes.LoadFirst(values + i, length - i), TLanes.And(mask, mean));
        }

        return TLanes.Sum(TLanes.Add(TLanes.Add(first, second), TLanes.Add(third, fourth)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, TVector value, TVector mean)
    {
        TVector difference = TLanes.Subtract(value, mean);
        return TLanes.MultiplyAdd(difference, difference, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Scale(T* input, T* output, int length, TVector mean, TVector inverse, T* gamma, T* beta)
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TVector value = TLanes.Multiply(TLanes.Subtract(TLanes.Load(input + i), mean), inverse);
            value = gamma is null ? value : TLanes.Multiply(value, TLanes.Load(gamma + i));
            TLanes.Store(output + i, beta is null ? value : TLanes.Add(value, TLanes.Load(beta + i)));
        }

        int left = length - i;
        if (left > 0)
        {
            TVector value = TLanes.Multiply(TLanes.Subtract(TLanes.LoadFirst(input + i, left), mean), inverse);
            value = gamma is null ? value : TLanes.Multiply(value, TLanes.LoadFirst(gamma + i, left));
            TLanes.StoreFirst(output + i, beta is null ? value : TLanes.Add(value, TLanes.LoadFirst(beta + i, left)), left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Scale(T* input, T* output, int length, TVector mean, TVector factor, TVector offset)
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(output + i, TLanes.MultiplyAdd(TLanes.Subtract(TLanes.Load(input + i), mean), factor, offset));
        }

        if (i < length)
        {
            TVector value = TLanes.Subtract(TLanes.LoadFirst(input + i, length - i), mean);
            TLanes.StoreFirst(output + i, TLanes.MultiplyAdd(value, factor, offset), length - i);
        }
    }
}
