using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Lanes;

/// <summary>ln x = e·ln 2 + ln(1 + f), where x = 2ᵉ·(1 + f) and 1 + f is between √½ and √2.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float.</typeparam>
internal static class Logarithms<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
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
        TVector isSmall = TLanes.Less(x, TLanes.Number(SmallestNormal));
        TVector normal = TLanes.Select(isSmall, TLanes.Multiply(x, TLanes.Number(Raise)), x);
        TVector steps = TLanes.SubtractBits(normal, TLanes.Number(RootOfHalf));
        TVector e = TLanes.Subtract(TLanes.BitsAsNumber(TLanes.ShiftRight(steps, 23)), TLanes.And(isSmall, TLanes.Number(23f)));
        TVector f = TLanes.SubtractBits(normal, TLanes.And(steps, TLanes.Number(float.NegativeInfinity)));
        f = TLanes.Subtract(f, TLanes.Number(1f));

        // f - f²/2 + f³·p(f), the smallest terms first.
        TVector p = TLanes.Number(0.067466341f);
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(-0.116756409f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(0.118881591f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(-0.124055907f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(0.142195523f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(-0.166679963f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(0.200021192f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(-0.250000089f));
        p = TLanes.MultiplyAdd(p, f, TLanes.Number(0.333333135f));
        TVector square = TLanes.Multiply(f, f);
        TVector y = TLanes.MultiplyAdd(TLanes.Multiply(square, f), p, TLanes.Multiply(e, TLanes.Number(LogTwoLow)));
        y = TLanes.MultiplyAdd(square, TLanes.Number(-0.5f), y);
        y = TLanes.MultiplyAdd(e, TLanes.Number(LogTwoHigh), TLanes.Add(y, f));

        // Infinity and NaN are their own logarithms.
        y = TLanes.Select(TLanes.Less(x, TLanes.Number(float.PositiveInfinity)), y, x);
        TVector zero = TLanes.Number(0f);
        TVector none = TLanes.Select(TLanes.Less(x, zero), TLanes.Number(float.NaN), TLanes.Number(float.NegativeInfinity));
        return TLanes.Select(TLanes.LessOrEqual(x, zero), none, y);
    }
}
