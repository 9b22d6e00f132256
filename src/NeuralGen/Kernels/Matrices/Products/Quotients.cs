using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Divisions of many values by one.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class Quotients<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Divides as many values as fill whole vectors.</summary>
    /// <param name="values">the values; overwritten.</param>
    /// <param name="start">the first value to divide.</param>
    /// <param name="end">the first value not to divide.</param>
    /// <param name="divisor">the number to divide by.</param>
    /// <returns>the first value that is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Divide(T* values, int start, int end, T divisor)
    {
        TVector divisors = TLanes.Broadcast(divisor);
        for (; start <= end - TLanes.Count; start += TLanes.Count)
        {
            TLanes.Store(values + start, TLanes.Divide(TLanes.Load(values + start), divisors));
        }

        return start;
    }
}
