using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <content>Tiles of several left rows: as many sums as there are registers.</content>
internal static unsafe partial class DotTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds the products of 4 left rows with 4 right rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add4By4(T* left, nint leftRow, T* right, nint rightRow, int depth, T* sums, nint sumsRow, nint sumsColumn)
    {
        TVector s00 = default, s01 = default, s02 = default, s03 = default;
        TVector s10 = default, s11 = default, s12 = default, s13 = default;
        TVector s20 = default, s21 = default, s22 = default, s23 = default;
        TVector s30 = default, s31 = default, s32 = default, s33 = default;
        TVector right0, left0, left1, left2, left3;
        nint whole = depth & -TLanes.Count;
        nint i = 0;
        for (; i < whole; i += TLanes.Count)
        {
            left0 = TLanes.Load(left + i);
            left1 = TLanes.Load(left + leftRow + i);
            left2 = TLanes.Load(left + (2 * leftRow) + i);
            left3 = TLanes.Load(left + (3 * leftRow) + i);
            right0 = TLanes.Load(right + i);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            s10 = TLanes.MultiplyAdd(left1, right0, s10);
            s20 = TLanes.MultiplyAdd(left2, right0, s20);
            s30 = TLanes.MultiplyAdd(left3, right0, s30);
            right0 = TLanes.Load(right + rightRow + i);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            s11 = TLanes.MultiplyAdd(left1, right0, s11);
            s21 = TLanes.MultiplyAdd(left2, right0, s21);
            s31 = TLanes.MultiplyAdd(left3, right0, s31);
            right0 = TLanes.Load(right + (2 * rightRow) + i);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            s12 = TLanes.MultiplyAdd(left1, right0, s12);
            s22 = TLanes.MultiplyAdd(left2, right0, s22);
            s32 = TLanes.MultiplyAdd(left3, right0, s32);
            right0 = TLanes.Load(right + (3 * rightRow) + i);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
            s13 = TLanes.MultiplyAdd(left1, right0, s13);
            s23 = TLanes.MultiplyAdd(left2, right0, s23);
            s33 = TLanes.MultiplyAdd(left3, right0, s33);
        }

        if (whole != depth)
        {
            TVector kept = TLanes.LastLanes(depth - (int)whole);
            i = depth - TLanes.Count;
            left0 = TLanes.Select(kept, TLanes.Load(left + i), default);
            left1 = TLanes.Select(kept, TLanes.Load(left + leftRow + i), default);
            left2 = TLanes.Select(kept, TLanes.Load(left + (2 * leftRow) + i), default);
            left3 = TLanes.Select(kept, TLanes.Load(left + (3 * leftRow) + i), default);
            right0 = TLanes.Select(kept, TLanes.Load(right + i), default);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            s10 = TLanes.MultiplyAdd(left1, right0, s10);
            s20 = TLanes.MultiplyAdd(left2, right0, s20);
            s30 = TLanes.MultiplyAdd(left3, right0, s30);
            right0 = TLanes.Select(kept, TLanes.Load(right + rightRow + i), default);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            s11 = TLanes.MultiplyAdd(left1, right0, s11);
            s21 = TLanes.MultiplyAdd(left2, right0, s21);
            s31 = TLanes.MultiplyAdd(left3, right0, s31);
            right0 = TLanes.Select(kept, TLanes.Load(right + (2 * rightRow) + i), default);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            s12 = TLanes.MultiplyAdd(left1, right0, s12);
            s22 = TLanes.MultiplyAdd(left2, right0, s22);
            s32 = TLanes.MultiplyAdd(left3, right0, s32);
            right0 = TLanes.Select(kept, TLanes.Load(right + (3 * rightRow) + i), default);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
            s13 = TLanes.MultiplyAdd(left1, right0, s13);
            s23 = TLanes.MultiplyAdd(left2, right0, s23);
            s33 = TLanes.MultiplyAdd(left3, right0, s33);
        }

        TLanes.AddSums(sums, sumsColumn, s00, s01, s02, s03);
        sums += sumsRow;
        TLanes.AddSums(sums, sumsColumn, s10, s11, s12, s13);
        sums += sumsRow;
        TLanes.AddSums(sums, sumsColumn, s20, s21, s22, s23);
        sums += sumsRow;
        TLanes.AddSums(sums, sumsColumn, s30, s31, s32, s33);
    }

    /// <summary>Adds the products of 2 left rows with 4 right rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add2By4(T* left, nint leftRow, T* right, nint rightRow, int depth, T* sums, nint sumsRow, nint sumsColumn)
    {
        TVector s00 = default, s01 = default, s02 = default, s03 = default;
        TVector s10 = default, s11 = default, s12 = default, s13 = default;
        TVector right0, left0, left1;
        nint whole = depth & -TLanes.Count;
        nint i = 0;
        for (; i < whole; i += TLanes.Count)
        {
            left0 = TLanes.Load(left + i);
            left1 = TLanes.Load(left + leftRow + i);
            right0 = TLanes.Load(right + i);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            s10 = TLanes.MultiplyAdd(left1, right0, s10);
            right0 = TLanes.Load(right + rightRow + i);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            s11 = TLanes.MultiplyAdd(left1, right0, s11);
            right0 = TLanes.Load(right + (2 * rightRow) + i);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            s12 = TLanes.MultiplyAdd(left1, right0, s12);
            right0 = TLanes.Load(right + (3 * rightRow) + i);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
            s13 = TLanes.MultiplyAdd(left1, right0, s13);
        }

        if (whole != depth)
        {
            TVector kept = TLanes.LastLanes(depth - (int)whole);
            i = depth - TLanes.Count;
            left0 = TLanes.Select(kept, TLanes.Load(left + i), default);
            left1 = TLanes.Select(kept, TLanes.Load(left + leftRow + i), default);
            right0 = TLanes.Select(kept, TLanes.Load(right + i), default);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            s10 = TLanes.MultiplyAdd(left1, right0, s10);
            right0 = TLanes.Select(kept, TLanes.Load(right + rightRow + i), default);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            s11 = TLanes.MultiplyAdd(left1, right0, s11);
            right0 = TLanes.Select(kept, TLanes.Load(right + (2 * rightRow) + i), default);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            s12 = TLanes.MultiplyAdd(left1, right0, s12);
            right0 = TLanes.Select(kept, TLanes.Load(right + (3 * rightRow) + i), default);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
            s13 = TLanes.MultiplyAdd(left1, right0, s13);
        }

        TLanes.AddSums(sums, sumsColumn, s00, s01, s02, s03);
        sums += sumsRow;
        TLanes.AddSums(sums, sumsColumn, s10, s11, s12, s13);
    }
}
