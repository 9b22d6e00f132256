using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Lanes;

/// <summary>What functions of rows have in common.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float.</typeparam>
internal static unsafe class LaneRows<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Power(TVector x, TVector max) => Exponentials<TLanes, TVector, T>.Exp(TLanes.Subtract(x, max));

    /// <summary>Computes the powers of a vector that is not full; the other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LastPowers(T* input, int left, TVector max) =>
        TLanes.And(TLanes.FirstLanes(left), Power(TLanes.LoadFirst(input, left), max));

    /// <summary>Finds the largest value. A NaN may be lost here, but not in the sum of the powers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Largest(T* input, int columns)
    {
        int left = columns % TLanes.Count;
        TVector max = TLanes.Broadcast(*input);
        if (left > 0)
        {
            max = TLanes.Select(TLanes.FirstLanes(left), TLanes.LoadFirst(input + (columns - left), left), max);
        }

        for (int i = 0; i < columns - left; i += TLanes.Count)
        {
            max = TLanes.AtLeast(max, TLanes.Load(input + i));
        }

        return TLanes.Broadcast(TLanes.Largest(max));
    }
}
