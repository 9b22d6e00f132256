using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Matrix products with one row on the left: at least eight sums in flight hide the latency of an addition, over
/// several columns or several steps.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class RowTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds to 8 vectors of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add8(T* left, nint leftStep, T* right, nint rightStep, T* sums, int depth)
    {
        TVector s00 = default, s01 = default, s02 = default, s03 = default, s04 = default, s05 = default, s06 = default, s07 = default;
        for (; depth != 0; depth--)
        {
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            s01 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s01);
            s02 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (2 * TLanes.Count)), s02);
            s03 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (3 * TLanes.Count)), s03);
            s04 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (4 * TLanes.Count)), s04);
            s05 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (5 * TLanes.Count)), s05);
            s06 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (6 * TLanes.Count)), s06);
            s07 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (7 * TLanes.Count)), s07);
            left += leftStep;
            right += rightStep;
        }

        Add(sums, s00);
        Add(sums + TLanes.Count, s01);
        Add(sums + (2 * TLanes.Count), s02);
        Add(sums + (3 * TLanes.Count), s03);
        Add(sums + (4 * TLanes.Count), s04);
        Add(sums + (5 * TLanes.Count), s05);
        Add(sums + (6 * TLanes.Count), s06);
        Add(sums + (7 * TLanes.Count), s07);
    }

    /// <summary>Adds to 4 vectors of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add4(T* left, nint leftStep, T* right, nint rightStep, T* sums, int depth)
    {
        TVector s00 = default, s01 = default, s02 = default, s03 = default;
        TVector s10 = default, s11 = default, s12 = default, s13 = default;
        for (; depth >= 2; depth -= 2)
        {
            TVector factor;
            factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            s01 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s01);
            s02 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (2 * TLanes.Count)), s02);
            s03 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (3 * TLanes.Count)), s03);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s10 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s10);
            s11 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s11);
            s12 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (2 * TLanes.Count)), s12);
            s13 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (3 * TLanes.Count)), s13);
            left += leftStep;
            right += rightStep;
        }

        for (; depth != 0; depth--)
        {
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            s01 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s01);
            s02 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (2 * TLanes.Count)), s02);
            s03 = TLanes.MultiplyAdd(factor, TLanes.Load(right + (3 * TLanes.Count)), s03);
            left += leftStep;
            right += rightStep;
        }

        Add(sums, TLanes.Add(s00, s10));
        Add(sums + TLanes.Count, TLanes.Add(s01, s11));
        Add(sums + (2 * TLanes.Count), TLanes.Add(s02, s12));
        Add(sums + (3 * TLanes.Count), TLanes.Add(s03, s13));
    }

    /// <summary>Adds to 2 vectors of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add2(T* left, nint leftStep, T* right, nint rightStep, T* sums, int depth)
    {
        TVector s00 = default, s01 = default;
        TVector s10 = default, s11 = default;
        TVector s20 = default, s21 = default;
        TVector s30 = default, s31 = default;
        for (; depth >= 4; depth -= 4)
        {
            TVector factor;
            factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            s01 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s01);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s10 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s10);
            s11 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s11);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s20 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s20);
            s21 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s21);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s30 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s30);
            s31 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s31);
            left += leftStep;
            right += rightStep;
        }

        for (; depth != 0; depth--)
        {
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            s01 = TLanes.MultiplyAdd(factor, TLanes.Load(right + TLanes.Count), s01);
            left += leftStep;
            right += rightStep;
        }

        Add(sums, TLanes.Add(TLanes.Add(s00, s10), TLanes.Add(s20, s30)));
        Add(sums + TLanes.Count, TLanes.Add(TLanes.Add(s01, s11), TLanes.Add(s21, s31)));
    }

    /// <summary>Adds to 1 vector of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add1(T* left, nint leftStep, T* right, nint rightStep, T* sums, int depth, TVector kept)
    {
        TVector s00 = default;
        TVector s10 = default;
        TVector s20 = default;
        TVector s30 = default;
        for (; depth >= 4; depth -= 4)
        {
            TVector factor;
            factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s10 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s10);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s20 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s20);
            left += leftStep;
            right += rightStep;
            factor = TLanes.Broadcast(*left);
            s30 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s30);
            left += leftStep;
            right += rightStep;
        }

        for (; depth != 0; depth--)
        {
            TVector factor = TLanes.Broadcast(*left);
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(right), s00);
            left += leftStep;
            right += rightStep;
        }

        TVector old = TLanes.Load(sums);
        TLanes.Store(sums, TLanes.Select(kept, TLanes.Add(old, TLanes.Add(TLanes.Add(s00, s10), TLanes.Add(s20, s30))), old));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sums, TVector value) => TLanes.Store(sums, TLanes.Add(TLanes.Load(sums), value));
}
