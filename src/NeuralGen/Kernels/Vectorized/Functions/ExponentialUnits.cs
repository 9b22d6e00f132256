using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>The exponential linear units.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static class ExponentialUnits<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    private const float Scale = 1.05070099f;
    private const float ScaledAlpha = 1.75809934f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Elu(TVector x, float alpha) => Joined(x, x, x, TLanes.Broadcast(alpha));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Selu(TVector x) =>
        Joined(x, TLanes.Multiply(TLanes.Broadcast(Scale), x), x, TLanes.Broadcast(ScaledAlpha));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Celu(TVector x, float alpha)
    {
        TVector scale = TLanes.Broadcast(alpha);
        return Joined(x, x, TLanes.Divide(x, scale), scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Joined(TVector x, TVector above, TVector exponent, TVector scale) =>
        TLanes.Select(
            TLanes.Less(TLanes.Broadcast(0f), x), above, TLanes.Multiply(scale, Exponentials<TLanes, TVector>.ExpMinusOne(exponent)));
}
