using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>Functions that e^-|x| gives without overflow and cancellation.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static class Sigmoids<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector x) => Share(x, TLanes.Broadcast(1f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Silu(TVector x) => Share(x, x);

    /// <summary>Computes 1 - 2 / (e^2|x| + 1), and near zero |x| + |x|³·p(x²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        TVector distance = TLanes.Magnitude(x);
        TVector square = TLanes.Multiply(distance, distance);
        TVector p = TLanes.Broadcast(-0.00570498966f);
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(0.0206390899f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(-0.0537397154f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(0.133314416f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(-0.333332807f));
        TVector near = TLanes.MultiplyAdd(TLanes.Multiply(square, p), distance, distance);

        // From 10 on it is 1.
        TVector one = TLanes.Broadcast(1f);
        TVector bounded = TLanes.AtMost(TLanes.Broadcast(10f), distance);
        TVector power = Exponentials<TLanes, TVector>.ExpOfModerate(TLanes.Add(bounded, bounded));
        TVector far = TLanes.Subtract(one, TLanes.Divide(TLanes.Broadcast(2f), TLanes.Add(power, one)));
        TVector y = TLanes.Select(TLanes.Less(distance, TLanes.Broadcast(0.625f)), near, far);
        return TLanes.Or(y, TLanes.And(x, TLanes.Broadcast(-0f)));
    }

    /// <summary>Computes x·w / (w + 2), where w = e^2x + 2·e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mish(TVector x) => TLanes.Multiply(x, TanhOfSoftplus(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TanhOfSoftplus(TVector x)
    {
        // From 20 on it is 1.
        TVector two = TLanes.Broadcast(2f);
        TVector power = Exponentials<TLanes, TVector>.Exp(TLanes.AtMost(TLanes.Broadcast(20f), x));
        TVector w = TLanes.MultiplyAdd(power, power, TLanes.Add(power, power));
        return TLanes.Divide(w, TLanes.Add(w, two));
    }

    /// <summary>Computes whole·sigmoid(x): whole / (1 + e^-|x|), and for negative x whole·e^-|x| / (1 + e^-|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Share(TVector x, TVector whole)
    {
        TVector power = Exponentials<TLanes, TVector>.Exp(TLanes.Or(x, TLanes.Broadcast(-0f)));
        TVector dividend = TLanes.Select(TLanes.Less(x, TLanes.Broadcast(0f)), TLanes.Multiply(whole, power), whole);
        return TLanes.Divide(dividend, TLanes.Add(TLanes.Broadcast(1f), power));
    }
}
