using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <content>The tiles: sums in registers, as many rows as these allow.</content>
internal static unsafe partial class PairTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds to 8 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add8By2(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth)
    {
        TVector s00 = default, s01 = default;
        TVector s10 = default, s11 = default;
        TVector s20 = default, s21 = default;
        TVector s30 = default, s31 = default;
        TVector s40 = default, s41 = default;
        TVector s50 = default, s51 = default;
        TVector s60 = default, s61 = default;
        TVector s70 = default, s71 = default;
        T* low = left + (4 * leftRow);
        do
        {
            TVector right0 = TLanes.Load(right), right1 = TLanes.Load(right + TLanes.Count);
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, right0, s00);
            s01 = TLanes.MultiplyAdd(factor, right1, s01);
            factor = TLanes.Broadcast(left[leftRow]);
            s10 = TLanes.MultiplyAdd(factor, right0, s10);
            s11 = TLanes.MultiplyAdd(factor, right1, s11);
            factor = TLanes.Broadcast(left[2 * leftRow]);
            s20 = TLanes.MultiplyAdd(factor, right0, s20);
            s21 = TLanes.MultiplyAdd(factor, right1, s21);
            factor = TLanes.Broadcast(left[3 * leftRow]);
            s30 = TLanes.MultiplyAdd(factor, right0, s30);
            s31 = TLanes.MultiplyAdd(factor, right1, s31);
            factor = TLanes.Broadcast(*low);
            s40 = TLanes.MultiplyAdd(factor, right0, s40);
            s41 = TLanes.MultiplyAdd(factor, right1, s41);
            factor = TLanes.Broadcast(low[leftRow]);
            s50 = TLanes.MultiplyAdd(factor, right0, s50);
            s51 = TLanes.MultiplyAdd(factor, right1, s51);
            factor = TLanes.Broadcast(low[2 * leftRow]);
            s60 = TLanes.MultiplyAdd(factor, right0, s60);
            s61 = TLanes.MultiplyAdd(factor, right1, s61);
            factor = TLanes.Broadcast(low[3 * leftRow]);
            s70 = TLanes.MultiplyAdd(factor, right0, s70);
            s71 = TLanes.MultiplyAdd(factor, right1, s71);
            left += leftStep;
            low += leftStep;
            right += rightStep;
        }
        while (--depth != 0);

        Add(sums, s00, s01);
        sums += sumsRow;
        Add(sums, s10, s11);
        sums += sumsRow;
        Add(sums, s20, s21);
        sums += sumsRow;
        Add(sums, s30, s31);
        sums += sumsRow;
        Add(sums, s40, s41);
        sums += sumsRow;
        Add(sums, s50, s51);
        sums += sumsRow;
        Add(sums, s60, s61);
        sums += sumsRow;
        Add(sums, s70, s71);
    }

    /// <summary>Adds to 6 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add6By2(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth)
    {
        TVector s00 = default, s01 = default;
        TVector s10 = default, s11 = default;
        TVector s20 = default, s21 = default;
        TVector s30 = default, s31 = default;
        TVector s40 = default, s41 = default;
        TVector s50 = default, s51 = default;
        T* low = left + (4 * leftRow);
        do
        {
            TVector right0 = TLanes.Load(right), right1 = TLanes.Load(right + TLanes.Count);
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, right0, s00);
            s01 = TLanes.MultiplyAdd(factor, right1, s01);
            factor = TLanes.Broadcast(left[leftRow]);
            s10 = TLanes.MultiplyAdd(factor, right0, s10);
            s11 = TLanes.MultiplyAdd(factor, right1, s11);
            factor = TLanes.Broadcast(left[2 * leftRow]);
            s20 = TLanes.MultiplyAdd(factor, right0, s20);
            s21 = TLanes.MultiplyAdd(factor, right1, s21);
            factor = TLanes.Broadcast(left[3 * leftRow]);
            s30 = TLanes.MultiplyAdd(factor, right0, s30);
            s31 = TLanes.MultiplyAdd(factor, right1, s31);
            factor = TLanes.Broadcast(*low);
            s40 = TLanes.MultiplyAdd(factor, right0, s40);
            s41 = TLanes.MultiplyAdd(factor, right1, s41);
            factor = TLanes.Broadcast(low[leftRow]);
            s50 = TLanes.MultiplyAdd(factor, right0, s50);
            s51 = TLanes.MultiplyAdd(factor, right1, s51);
            left += leftStep;
            low += leftStep;
            right += rightStep;
        }
        while (--depth != 0);

        Add(sums, s00, s01);
        sums += sumsRow;
        Add(sums, s10, s11);
        sums += sumsRow;
        Add(sums, s20, s21);
        sums += sumsRow;
        Add(sums, s30, s31);
        sums += sumsRow;
        Add(sums, s40, s41);
        sums += sumsRow;
        Add(sums, s50, s51);
    }

    /// <summary>Adds to 4 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add4By2(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth)
    {
        TVector s00 = default, s01 = default;
        TVector s10 = default, s11 = default;
        TVector s20 = default, s21 = default;
        TVector s30 = default, s31 = default;
        do
        {
            TVector right0 = TLanes.Load(right), right1 = TLanes.Load(right + TLanes.Count);
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, right0, s00);
            s01 = TLanes.MultiplyAdd(factor, right1, s01);
            factor = TLanes.Broadcast(left[leftRow]);
            s10 = TLanes.MultiplyAdd(factor, right0, s10);
            s11 = TLanes.MultiplyAdd(factor, right1, s11);
            factor = TLanes.Broadcast(left[2 * leftRow]);
            s20 = TLanes.MultiplyAdd(factor, right0, s20);
            s21 = TLanes.MultiplyAdd(factor, right1, s21);
            factor = TLanes.Broadcast(left[3 * leftRow]);
            s30 = TLanes.MultiplyAdd(factor, right0, s30);
            s31 = TLanes.MultiplyAdd(factor, right1, s31);
            left += leftStep;
            right += rightStep;
        }
        while (--depth != 0);

        Add(sums, s00, s01);
        sums += sumsRow;
        Add(sums, s10, s11);
        sums += sumsRow;
        Add(sums, s20, s21);
        sums += sumsRow;
        Add(sums, s30, s31);
    }

    /// <summary>Adds to 2 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add2By2(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth)
    {
        TVector s00 = default, s01 = default;
        TVector s10 = default, s11 = default;
        do
        {
            TVector right0 = TLanes.Load(right), right1 = TLanes.Load(right + TLanes.Count);
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, right0, s00);
            s01 = TLanes.MultiplyAdd(factor, right1, s01);
            factor = TLanes.Broadcast(left[leftRow]);
            s10 = TLanes.MultiplyAdd(factor, right0, s10);
            s11 = TLanes.MultiplyAdd(factor, right1, s11);
            left += leftStep;
            right += rightStep;
        }
        while (--depth != 0);

        Add(sums, s00, s01);
        sums += sumsRow;
        Add(sums, s10, s11);
    }
}
