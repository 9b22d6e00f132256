using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>ln x = e·ln 2 + ln(1 + f), where x = 2ᵉ·(1 + f) and 1 + f is between √½ and √2.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static class Logarithms<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    // ln 2 in two parts, of which the first has so few bits that its products with e are exact.
    private const float LogTwoHigh = 0.693359375f;
    private const float LogTwoLow = -2.12194440e-4f;

    // The smallest normal number, 2⁻¹²⁶, and what makes smaller ones normal, 2²³.
    private const float SmallestNormal = 1.17549435e-38f;
    private const float Raise = 8388608f;
    private const float RootOfHalf = 0.707106781f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log(TVector x)
    {
        TVector isSmall = TLanes.Less(x, TLanes.Broadcast(SmallestNormal));
        TVector normal = TLanes.Select(isSmall, TLanes.Multiply(x, TLanes.Broadcast(Raise)), x);
        TVector steps = TLanes.SubtractBits(normal, TLanes.Broadcast(RootOfHalf));
        TVector e = TLanes.Subtract(TLanes.BitsAsNumber(TLanes.ShiftRight(steps, 23)), TLanes.And(isSmall, TLanes.Broadcast(23f)));
        TVector f = TLanes.SubtractBits(normal, TLanes.And(steps, TLanes.Broadcast(float.NegativeInfinity)));
        f = TLanes.Subtract(f, TLanes.Broadcast(1f));

        // f - f²/2 + f³·p(f), the smallest terms first.
        TVector p = TLanes.Broadcast(0.067466341f);
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(-0.116756409f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(0.118881591f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(-0.124055907f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(0.142195523f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(-0.166679963f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(0.200021192f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(-0.250000089f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Broadcast(0.333333135f));
        TVector square = TLanes.Multiply(f, f);
        TVector y = TLanes.MultiplyAdd(TLanes.Multiply(square, f), p, TLanes.Multiply(e, TLanes.Broadcast(LogTwoLow)));
        y = TLanes.MultiplyAdd(square, TLanes.Broadcast(-0.5f), y);
        y = TLanes.MultiplyAdd(e, TLanes.Broadcast(LogTwoHigh), TLanes.Add(y, f));

        // Infinity and NaN are their own logarithms.
        y = TLanes.Select(TLanes.Less(x, TLanes.Broadcast(float.PositiveInfinity)), y, x);
        TVector zero = TLanes.Broadcast(0f);
        TVector none = TLanes.Select(TLanes.Less(x, zero), TLanes.Broadcast(float.NaN), TLanes.Broadcast(float.NegativeInfinity));
        return TLanes.Select(TLanes.LessOrEqual(x, zero), none, y);
    }

    /// <summary>Computes max(x, 0) + ln(1 + y) with y = e^-|x|, and ln(1 + y) = y + y²·p(y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus(TVector x)
    {
        TVector y = Exponentials<TLanes, TVector>.Exp(TLanes.Or(x, TLanes.Broadcast(-0f)));
        TVector p = TLanes.Broadcast(0.00207295385f);
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(-0.0136315096f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(0.0419814214f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(-0.0830741301f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(0.124671265f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(-0.161293373f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(0.198979318f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(-0.249885798f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(0.333326906f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Broadcast(-0.499999881f));
        TVector logarithm = TLanes.MultiplyAdd(TLanes.Multiply(y, y), p, y);
        return TLanes.Add(TLanes.AtLeast(TLanes.Broadcast(0f), x), logarithm);
    }
}
