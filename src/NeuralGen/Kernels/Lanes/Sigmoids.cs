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
}
