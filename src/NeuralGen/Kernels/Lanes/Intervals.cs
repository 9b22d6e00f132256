using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Lanes;

/// <summary>Functions of sums, products and comparisons, in pieces: to the bit what scalar formulas give.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class Intervals<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Holds x in an interval; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Between(TVector low, TVector high, TVector x) => TLanes.AtMost(high, TLanes.AtLeast(low, x));

    /// <summary>Takes what stands for the inside of an interval, and 0 at its ends and beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Inside(TVector low, TVector high, TVector value, TVector inside) =>
        TLanes.Except(TLanes.Except(inside, TLanes.LessOrEqual(value, low)), TLanes.LessOrEqual(high, value));

    /// <summary>Takes one vector where a value is above 0 and another where it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Positive(TVector value, TVector above, TVector other) => TLanes.Select(TLanes.Less(default, value), above, other);
}
