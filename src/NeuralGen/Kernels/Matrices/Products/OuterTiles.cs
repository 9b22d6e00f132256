using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Products of a column and a row.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class OuterTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(TVector factor, T* right, T* products) =>
        TLanes.Store(products, TLanes.MultiplyAdd(factor, TLanes.Load(right), default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector factor, T* right, T* sums) =>
        TLanes.Store(sums, TLanes.MultiplyAdd(factor, TLanes.Load(right), TLanes.Load(sums)));
}
