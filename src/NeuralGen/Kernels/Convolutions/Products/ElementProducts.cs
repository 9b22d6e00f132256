using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>Products of two rows, value by value.</summary>
internal static unsafe class ElementProducts
{
    /// <summary>Computes sums[i] += left[i]·right[i], with the widest vectors that fit.</summary>
    /// <param name="left">the left factors.</param>
    /// <param name="right">the right factors.</param>
    /// <param name="sums">the sums.</param>
    /// <param name="length">their number.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Add<T>(T* left, T* right, T* sums, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && length >= Vector512<T>.Count)
        {
            Add<Lanes512<T>, Vector512<T>, T>(left, right, sums, length);
        }
        else if (Vector256.IsHardwareAccelerated && length >= Vector256<T>.Count)
        {
            Add<Lanes256<T>, Vector256<T>, T>(left, right, sums, length);
        }
        else if (Vector128.IsHardwareAccelerated && length >= Vector128<T>.Count)
        {
            Add<Lanes128<T>, Vector128<T>, T>(left, right, sums, length);
        }
        else
        {
            Add<ScalarLanes<T>, T, T>(left, right, sums, length);
        }
    }

    /// <summary>The same with vectors of one width.</summary>
    /// <param name="left">the left factors.</param>
    /// <param name="right">the right factors.</param>
    /// <param name="sums">the sums.</param>
    /// <param name="length">their number: at least a vector.</param>
    /// <typeparam name="TLanes">the vectors.</typeparam>
    /// <typeparam name="TVector">one vector.</typeparam>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<TLanes, TVector, T>(T* left, T* right, T* sums, int length)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The last vector ends with the row; what it shares with the one before it is taken before that is written.
        int last = length - TLanes.Count;
        TVector end = TLanes.MultiplyAdd(TLanes.Load(left + last), TLanes.Load(right + last), TLanes.Load(sums + last));
        for (int i = 0; i < last; i += TLanes.Count)
        {
            TLanes.Store(sums + i, TLanes.MultiplyAdd(TLanes.Load(left + i), TLanes.Load(right + i), TLanes.Load(sums + i)));
        }

        TLanes.Store(sums + last, end);
    }
}
