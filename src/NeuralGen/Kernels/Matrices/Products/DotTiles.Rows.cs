using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <content>Tiles of one left row.</content>
internal static unsafe partial class DotTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds the product of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add1By1(T* left, T* right, int depth, T* sums)
    {
        TVector s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        for (; i <= depth - (4 * TLanes.Count); i += 4 * TLanes.Count)
        {
            s0 = TLanes.MultiplyAdd(TLanes.Load(left + i), TLanes.Load(right + i), s0);
            s1 = TLanes.MultiplyAdd(TLanes.Load(left + i + TLanes.Count), TLanes.Load(right + i + TLanes.Count), s1);
            s2 = TLanes.MultiplyAdd(TLanes.Load(left + i + (2 * TLanes.Count)), TLanes.Load(right + i + (2 * TLanes.Count)), s2);
            s3 = TLanes.MultiplyAdd(TLanes.Load(left + i + (3 * TLanes.Count)), TLanes.Load(right + i + (3 * TLanes.Count)), s3);
        }

        for (; i <= depth - TLanes.Count; i += TLanes.Count)
        {
            s0 = TLanes.MultiplyAdd(TLanes.Load(left + i), TLanes.Load(right + i), s0);
        }

        if (i != depth)
        {
            TVector kept = TLanes.LastLanes(depth - i);
            i = depth - TLanes.Count;
            s1 = TLanes.MultiplyAdd(TLanes.Select(kept, TLanes.Load(left + i), default), TLanes.Select(kept, TLanes.Load(right + i), default), s1);
        }

        *sums += TLanes.Sum(TLanes.Add(TLanes.Add(s0, s1), TLanes.Add(s2, s3)));
    }

    /// <summary>Adds the products of 1 left row with 8 right rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add1By8(T* left, T* right, nint rightRow, int depth, T* sums, nint sumsColumn)
    {
        TVector s00 = default, s01 = default, s02 = default, s03 = default, s04 = default, s05 = default, s06 = default, s07 = default;
        T* low = right + (4 * rightRow);
        TVector right0, left0;
        nint whole = depth & -TLanes.Count;
        nint i = 0;
        for (; i < whole; i += TLanes.Count)
        {
            left0 = TLanes.Load(left + i);
            right0 = TLanes.Load(right + i);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            right0 = TLanes.Load(right + rightRow + i);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            right0 = TLanes.Load(right + (2 * rightRow) + i);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            right0 = TLanes.Load(right + (3 * rightRow) + i);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
            right0 = TLanes.Load(low + i);
            s04 = TLanes.MultiplyAdd(left0, right0, s04);
            right0 = TLanes.Load(low + rightRow + i);
            s05 = TLanes.MultiplyAdd(left0, right0, s05);
            right0 = TLanes.Load(low + (2 * rightRow) + i);
            s06 = TLanes.MultiplyAdd(left0, right0, s06);
            right0 = TLanes.Load(low + (3 * rightRow) + i);
            s07 = TLanes.MultiplyAdd(left0, right0, s07);
        }

        if (whole != depth)
        {
            TVector kept = TLanes.LastLanes(depth - (int)whole);
            i = depth - TLanes.Count;
            left0 = TLanes.Select(kept, TLanes.Load(left + i), default);
            right0 = TLanes.Select(kept, TLanes.Load(right + i), default);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            right0 = TLanes.Select(kept, TLanes.Load(right + rightRow + i), default);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            right0 = TLanes.Select(kept, TLanes.Load(right + (2 * rightRow) + i), default);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            right0 = TLanes.Select(kept, TLanes.Load(right + (3 * rightRow) + i), default);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
            right0 = TLanes.Select(kept, TLanes.Load(low + i), default);
            s04 = TLanes.MultiplyAdd(left0, right0, s04);
            right0 = TLanes.Select(kept, TLanes.Load(low + rightRow + i), default);
            s05 = TLanes.MultiplyAdd(left0, right0, s05);
            right0 = TLanes.Select(kept, TLanes.Load(low + (2 * rightRow) + i), default);
            s06 = TLanes.MultiplyAdd(left0, right0, s06);
            right0 = TLanes.Select(kept, TLanes.Load(low + (3 * rightRow) + i), default);
            s07 = TLanes.MultiplyAdd(left0, right0, s07);
        }

        TLanes.AddSums(sums, sumsColumn, s00, s01, s02, s03);
        TLanes.AddSums(sums + (4 * sumsColumn), sumsColumn, s04, s05, s06, s07);
    }

    /// <summary>Adds the products of 1 left row with 4 right rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add1By4(T* left, T* right, nint rightRow, int depth, T* sums, nint sumsColumn)
    {
        TVector s00 = default, s01 = default, s02 = default, s03 = default;
        TVector right0, left0;
        nint whole = depth & -TLanes.Count;
        nint i = 0;
        for (; i < whole; i += TLanes.Count)
        {
            left0 = TLanes.Load(left + i);
            right0 = TLanes.Load(right + i);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            right0 = TLanes.Load(right + rightRow + i);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            right0 = TLanes.Load(right + (2 * rightRow) + i);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            right0 = TLanes.Load(right + (3 * rightRow) + i);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
        }

        if (whole != depth)
        {
            TVector kept = TLanes.LastLanes(depth - (int)whole);
            i = depth - TLanes.Count;
            left0 = TLanes.Select(kept, TLanes.Load(left + i), default);
            right0 = TLanes.Select(kept, TLanes.Load(right + i), default);
            s00 = TLanes.MultiplyAdd(left0, right0, s00);
            right0 = TLanes.Select(kept, TLanes.Load(right + rightRow + i), default);
            s01 = TLanes.MultiplyAdd(left0, right0, s01);
            right0 = TLanes.Select(kept, TLanes.Load(right + (2 * rightRow) + i), default);
            s02 = TLanes.MultiplyAdd(left0, right0, s02);
            right0 = TLanes.Select(kept, TLanes.Load(right + (3 * rightRow) + i), default);
            s03 = TLanes.MultiplyAdd(left0, right0, s03);
        }

        TLanes.AddSums(sums, sumsColumn, s00, s01, s02, s03);
    }
}
