using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Matrix products in strips one vector wide: what is left of a matrix beside its pairs.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class SingleTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds to a strip one vector wide.</summary>
    /// <param name="product">what is computed.</param>
    /// <param name="right">the strip's columns of the right matrix.</param>
    /// <param name="rightStep">the distance of two rows there.</param>
    /// <param name="column">the strip's first column.</param>
    /// <param name="lanes">how many of the last lanes to change: a strip at the end may overlap the one before.</param>
    public static void Add(in MatrixProduct<T> product, T* right, nint rightStep, int column, int lanes)
    {
        nint leftRow = product.LeftRow, leftStep = product.LeftStep, sumsRow = product.SumsRow;
        T* left = product.Left, sums = product.Sums + column;
        TVector kept = TLanes.LastLanes(lanes);
        int rows = product.Rows;
        for (; rows >= 8; rows -= 8, left += 8 * leftRow, sums += 8 * sumsRow)
        {
            Add8By1(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth, kept);
        }

        if (rows >= 4)
        {
            Add4By1(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth, kept);
            rows -= 4;
            left += 4 * leftRow;
            sums += 4 * sumsRow;
        }

        for (; rows != 0; rows--, left += leftRow, sums += sumsRow)
        {
            RowTiles<TLanes, TVector, T>.Add1(left, leftStep, right, rightStep, sums, product.Depth, kept);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sums, TVector value, TVector kept)
    {
        TVector old = TLanes.Load(sums);
        TLanes.Store(sums, TLanes.Select(kept, TLanes.Add(old, value), old));
    }

    /// <summary>Adds to 8 rows of 1 vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add8By1(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth, TVector kept)
    {
        TVector s00 = default;
        TVector s10 = default;
        TVector s20 = default;
        TVector s30 = default;
        TVector s40 = default;
        TVector s50 = default;
        TVector s60 = default;
        TVector s70 = default;
        T* low = left + (4 * leftRow);
        do
        {
            TVector right0 = TLanes.Load(right);
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, right0, s00);
            factor = TLanes.Broadcast(left[leftRow]);
            s10 = TLanes.MultiplyAdd(factor, right0, s10);
            factor = TLanes.Broadcast(left[2 * leftRow]);
            s20 = TLanes.MultiplyAdd(factor, right0, s20);
            factor = TLanes.Broadcast(left[3 * leftRow]);
            s30 = TLanes.MultiplyAdd(factor, right0, s30);
            factor = TLanes.Broadcast(*low);
            s40 = TLanes.MultiplyAdd(factor, right0, s40);
            factor = TLanes.Broadcast(low[leftRow]);
            s50 = TLanes.MultiplyAdd(factor, right0, s50);
            factor = TLanes.Broadcast(low[2 * leftRow]);
            s60 = TLanes.MultiplyAdd(factor, right0, s60);
            factor = TLanes.Broadcast(low[3 * leftRow]);
            s70 = TLanes.MultiplyAdd(factor, right0, s70);
            left += leftStep;
            low += leftStep;
            right += rightStep;
        }
        while (--depth != 0);

        Add(sums, s00, kept);
        sums += sumsRow;
        Add(sums, s10, kept);
        sums += sumsRow;
        Add(sums, s20, kept);
        sums += sumsRow;
        Add(sums, s30, kept);
        sums += sumsRow;
        Add(sums, s40, kept);
        sums += sumsRow;
        Add(sums, s50, kept);
        sums += sumsRow;
        Add(sums, s60, kept);
        sums += sumsRow;
        Add(sums, s70, kept);
    }

    /// <summary>Adds to 4 rows of 1 vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add4By1(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth, TVector kept)
    {
        TVector s00 = default;
        TVector s10 = default;
        TVector s20 = default;
        TVector s30 = default;
        do
        {
            TVector right0 = TLanes.Load(right);
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, right0, s00);
            factor = TLanes.Broadcast(left[leftRow]);
            s10 = TLanes.MultiplyAdd(factor, right0, s10);
            factor = TLanes.Broadcast(left[2 * leftRow]);
            s20 = TLanes.MultiplyAdd(factor, right0, s20);
            factor = TLanes.Broadcast(left[3 * leftRow]);
            s30 = TLanes.MultiplyAdd(factor, right0, s30);
            left += leftStep;
            right += rightStep;
        }
        while (--depth != 0);

        Add(sums, s00, kept);
        sums += sumsRow;
        Add(sums, s10, kept);
        sums += sumsRow;
        Add(sums, s20, kept);
        sums += sumsRow;
        Add(sums, s30, kept);
    }
}
