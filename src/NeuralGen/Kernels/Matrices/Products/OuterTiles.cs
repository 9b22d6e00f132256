using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Products of a column and a row.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class OuterTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes sums[i, j] += left[i]·right[j].</summary>
    /// <param name="left">one factor for each row.</param>
    /// <param name="rows">their number.</param>
    /// <param name="right">one factor for each column.</param>
    /// <param name="columns">their number: at least one vector.</param>
    /// <param name="sums">[rows, columns].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add(T* left, int rows, T* right, int columns, T* sums)
    {
        nint last = columns - TLanes.Count;
        for (; rows != 0; rows--, left++, sums += columns)
        {
            TVector factor = TLanes.Broadcast(*left);

            // Vectors between the first and the last are aligned, since stores across cache lines are slow. The first and
            // the last may overlap them: both are computed from the old values, and stored at the end.
            TVector begin = TLanes.MultiplyAdd(factor, TLanes.Load(right), TLanes.Load(sums));
            TVector end = TLanes.MultiplyAdd(factor, TLanes.Load(right + last), TLanes.Load(sums + last));
            nint i = TLanes.Count - (((nint)sums / sizeof(T)) & (TLanes.Count - 1));
            for (; i <= last - (4 * TLanes.Count); i += 4 * TLanes.Count)
            {
                Add(factor, right + i, sums + i);
                Add(factor, right + i + TLanes.Count, sums + i + TLanes.Count);
                Add(factor, right + i + (2 * TLanes.Count), sums + i + (2 * TLanes.Count));
                Add(factor, right + i + (3 * TLanes.Count), sums + i + (3 * TLanes.Count));
            }

            for (; i < last; i += TLanes.Count)
            {
                Add(factor, right + i, sums + i);
            }

            TLanes.Store(sums, begin);
            TLanes.Store(sums + last, end);
        }
    }

    /// <summary>Computes products[i, j] = left[i]·right[j].</summary>
    /// <param name="left">one factor for each row.</param>
    /// <param name="rows">their number.</param>
    /// <param name="right">one factor for each column.</param>
    /// <param name="columns">their number: at least one vector.</param>
    /// <param name="products">[rows, columns]; overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Set(T* left, int rows, T* right, int columns, T* products)
    {
        nint last = columns - TLanes.Count;
        for (; rows != 0; rows--, left++, products += columns)
        {
            TVector factor = TLanes.Broadcast(*left);
            Set(factor, right, products);
            nint i = TLanes.Count - (((nint)products / sizeof(T)) & (TLanes.Count - 1));
            for (; i <= last - (4 * TLanes.Count); i += 4 * TLanes.Count)
            {
                Set(factor, right + i, products + i);
                Set(factor, right + i + TLanes.Count, products + i + TLanes.Count);
                Set(factor, right + i + (2 * TLanes.Count), products + i + (2 * TLanes.Count));
                Set(factor, right + i + (3 * TLanes.Count), products + i + (3 * TLanes.Count));
            }

            for (; i < last; i += TLanes.Count)
            {
                Set(factor, right + i, products + i);
            }

            Set(factor, right + last, products + last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(TVector factor, T* right, T* products) =>
        TLanes.Store(products, TLanes.MultiplyAdd(factor, TLanes.Load(right), default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector factor, T* right, T* sums) =>
        TLanes.Store(sums, TLanes.MultiplyAdd(factor, TLanes.Load(right), TLanes.Load(sums)));
}
