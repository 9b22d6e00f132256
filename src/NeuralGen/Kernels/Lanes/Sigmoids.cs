using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Lanes;

/// <summary>The logistic function by e^-|x|, without overflow and cancellation.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float.</typeparam>
internal static class Sigmoids<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes whole·sigmoid(x): whole / (1 + e^-|x|), and for negative x whole·e^-|x| / (1 + e^-|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Share(TVector x, TVector whole)
    {
        TVector power = Exponentials<TLanes, TVector, T>.Exp(TLanes.Or(x, TLanes.Number(-0f)));
        TVector dividend = TLanes.Select(TLanes.Less(x, TLanes.Number(0f)), TLanes.Multiply(whole, power), whole);
        return TLanes.Divide(dividend, TLanes.Add(TLanes.Number(1f), power));
    }

    /// <summary>Gives sigmoid(x) as a quotient, for cells whose next step divides anyway. Below -87 it is e^-87, which is nothing beside what cells add
    /// to it.</summary>
    /// <param name="x">the values.</param>
    /// <param name="whole">receives the divisor: 1 + e^-|x|.</param>
    /// <returns>the dividend: 1, and for negative x e^-|x|.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Parts(TVector x, out TVector whole)
    {
        TVector one = TLanes.Number(1f);
        TVector power = Exponentials<TLanes, TVector, T>.ExpOfModerate(TLanes.AtLeast(TLanes.Number(-87f), TLanes.Or(x, TLanes.Number(-0f))));
        whole = TLanes.Add(one, power);
        return TLanes.Select(TLanes.Less(x, TLanes.Number(0f)), power, one);
    }
}
