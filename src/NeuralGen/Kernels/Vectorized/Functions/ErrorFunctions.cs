using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>The error function and what is weighted by it. Below 0.875, erf(x) = x + x·p(x²); above, 1 - q(|x| - 2.4375).</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static class ErrorFunctions<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    private const float NearEnd = 0.875f;

    // From here on the nearest number to erf(x) is 1.
    private const float FarEnd = 4f;
    private const float Centre = 2.4375f;
    private const float HalfRoot = 0.707106781f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf(TVector x)
    {
        TVector distance = TLanes.Magnitude(x);
        TVector far = TLanes.Subtract(TLanes.Broadcast(1f), Complement(distance));
        far = TLanes.Or(far, TLanes.And(x, TLanes.Broadcast(-0f)));
        return TLanes.Select(TLanes.Less(distance, TLanes.Broadcast(NearEnd)), Near(x), far);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gelu(TVector x) => TLanes.Multiply(x, Normal(x));

    /// <summary>Computes x·sigmoid(2·√(2/π)·(x + 0.044715·x³)), as (1 + tanh(u))/2 = sigmoid(2·u).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector GeluTanh(TVector x)
    {
        TVector factor = TLanes.MultiplyAdd(TLanes.Multiply(x, x), TLanes.Broadcast(0.0713548163f), TLanes.Broadcast(1.59576912f));
        return Sigmoids<TLanes, TVector>.Share(TLanes.Multiply(x, factor), x);
    }

    /// <summary>Computes Φ(x) = (1 + erf(x/√2))/2, where x is negative without subtracting from 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Normal(TVector x)
    {
        TVector half = TLanes.Broadcast(0.5f);
        TVector scaled = TLanes.Multiply(x, TLanes.Broadcast(HalfRoot));
        TVector distance = TLanes.Magnitude(scaled);
        TVector below = TLanes.Multiply(half, Complement(distance));
        TVector far = TLanes.Select(TLanes.Less(x, TLanes.Broadcast(0f)), below, TLanes.Subtract(TLanes.Broadcast(1f), below));
        TVector near = TLanes.MultiplyAdd(half, Near(scaled), half);
        return TLanes.Select(TLanes.Less(distance, TLanes.Broadcast(NearEnd)), near, far);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Near(TVector x)
    {
        TVector square = TLanes.Multiply(x, x);
        TVector p = TLanes.Broadcast(8.67539275e-05f);
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(-0.000821110385f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(0.00520674745f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(-0.0268615838f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(0.11283733f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(-0.376126349f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(0.128379166f));
        return TLanes.MultiplyAdd(x, p, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Complement(TVector distance)
    {
        TVector end = TLanes.Broadcast(FarEnd);
        TVector t = TLanes.Subtract(TLanes.AtMost(end, distance), TLanes.Broadcast(Centre));
        TVector q = TLanes.Broadcast(2.84382651e-07f);
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-1.17312891e-06f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-1.98958037e-06f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(1.78427999e-05f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-2.23253664e-05f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-7.05483035e-05f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(0.000304602436f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-0.000416397088f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-0.000379933452f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(0.00300294021f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-0.00720504019f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(0.0107020075f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-0.010758982f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(0.00722906459f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(-0.00296573224f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Broadcast(0.000566542556f));
        return TLanes.Except(q, TLanes.LessOrEqual(end, distance));
    }
}
