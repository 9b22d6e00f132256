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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sums, TVector value) => TLanes.Store(sums, TLanes.Add(TLanes.Load(sums), value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sums, TVector value, TVector kept)
    {
        TVector old = TLanes.Load(sums);
        TLanes.Store(sums, TLanes.Select(kept, TLanes.Add(old, value), old));
    }
}
