using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Lanes;

/// <summary>e^x = 2ⁿ·e^r, where n is the whole number nearest to x/ln 2 and r is not above ln(2)/2 in magnitude.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float.</typeparam>
internal static class Exponentials<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // 1.5·2²³: a number added to it loses its fraction, and the sum's lowest bits are the whole number.
    private const float Rounder = 12582912f;
    private const float InverseLogTwo = 1.44269504f;

    // ln 2 in two parts, of which the first has so few bits that its products with n are exact.
    private const float LogTwoHigh = 0.693359375f;
    private const float LogTwoLow = -2.12194440e-4f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        // Beyond these the result is 0 or infinite anyway.
        x = TLanes.AtMost(TLanes.Number(89f), TLanes.AtLeast(TLanes.Number(-104f), x));
        TVector power = Reduced(x, out TVector rounded);

        // 2ⁿ in two factors: either alone is a normal number, and their product with the power may be below those.
        TVector one = TLanes.Number(1f);
        TVector half = TLanes.And(TLanes.ShiftLeft(rounded, 22), TLanes.Number(float.NegativeInfinity));
        TVector rest = TLanes.SubtractBits(TLanes.ShiftLeft(rounded, 23), half);
        return TLanes.Multiply(TLanes.Multiply(power, TLanes.AddBits(half, one)), TLanes.AddBits(rest, one));
    }

    /// <summary>Computes e^x for x from -87 to 88.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpOfModerate(TVector x)
    {
        TVector power = Reduced(x, out TVector rounded);
        return TLanes.Multiply(power, TLanes.AddBits(TLanes.ShiftLeft(rounded, 23), TLanes.Number(1f)));
    }

    /// <summary>Computes 2ⁿ·(e^r - 1) + (2ⁿ - 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpMinusOne(TVector x)
    {
        TVector bounded = TLanes.AtMost(TLanes.Number(89f), TLanes.AtLeast(TLanes.Number(-18f), x));
        TVector r = Remainder(bounded, out TVector rounded);
        TVector p = TLanes.Number(0.00019845886f);
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.0013940637f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.00833338965f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.0416663624f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.166666657f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.5f));
        p = TLanes.MultiplyAdd(TLanes.Multiply(r, r), p, r);

        // With half of 2ⁿ, which is finite even where e^x is not.
        TVector half = TLanes.Number(0.5f);
        TVector scale = TLanes.AddBits(TLanes.ShiftLeft(rounded, 23), half);
        TVector y = TLanes.MultiplyAdd(scale, p, TLanes.Subtract(scale, half));
        y = TLanes.Add(y, y);

        // n = 0: p itself, of which half would lose bits of the smallest numbers. The sign is for -0.
        y = TLanes.Select(TLanes.Less(TLanes.Magnitude(x), TLanes.Number(0.34f)), p, y);
        return TLanes.Or(y, TLanes.And(x, TLanes.Number(-0f)));
    }

    /// <summary>Computes e^r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduced(TVector x, out TVector rounded)
    {
        TVector r = Remainder(x, out rounded);
        TVector p = TLanes.Number(0.00138145918f);
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.00836872403f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.041668389f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.166665211f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Number(0.49999994f));
        p = TLanes.MultiplyAdd(TLanes.Multiply(r, r), p, r);
        return TLanes.Add(TLanes.Number(1f), p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Remainder(TVector x, out TVector rounded)
    {
        TVector rounder = TLanes.Number(Rounder);
        rounded = TLanes.MultiplyAdd(x, TLanes.Number(InverseLogTwo), rounder);
        TVector n = TLanes.Subtract(rounded, rounder);
        TVector r = TLanes.MultiplyAdd(n, TLanes.Number(-LogTwoHigh), x);
        return TLanes.MultiplyAdd(n, TLanes.Number(-LogTwoLow), r);
    }
}
