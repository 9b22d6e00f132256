#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x·Φ(x) = x/2·(1 + erf(x/√2)) with the normal distribution's Φ (Hendrycks and Gimpel 2016).</summary>
/// <remarks>On vectors the error is at most 2 ULP where x is not negative. Where it is, the function falls to 0 and only the absolute
/// error is small: at most 2⁻²³·|x|, and nowhere more than 6.5e-8. NaN for -∞, as the formula gives it. On vectors, below 0.875
/// erf(x) = x + x·p(x²); above, 1 - q(|x| - 2.4375). The polynomials' coefficients were made for this file: minimax fits of the
/// relative error (of q: of the absolute error) by Remez' exchange algorithm, then rounded.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Gelu : IElementFunction
{
    private const double HalfRoot = 0.70710678118654752;
    private const double NormalPeak = 0.3989422804014327;

    float IElementFunction.Value(float x) => 0.5f * x * (1f + NeuralMath.Erf(x * (float)HalfRoot));

    double IElementFunction.Value(double x) => 0.5 * x * (1 + NeuralMath.Erf(x * HalfRoot));

    float IElementFunction.Gradient(float value, float delta)
    {
        float cumulative = 0.5f * (1f + NeuralMath.Erf(value * (float)HalfRoot));
        float density = (float)NormalPeak * ScalarMath.Exp(-0.5f * value * value);
        return (cumulative + (value * density)) * delta;
    }

    double IElementFunction.Gradient(double value, double delta)
    {
        double cumulative = 0.5 * (1 + NeuralMath.Erf(value * HalfRoot));
        double density = NormalPeak * Math.Exp(-0.5 * value * value);
        return (cumulative + (value * density)) * delta;
    }

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => TLanes.Multiply(x, Normal<TLanes, TVector, T>(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector exponent = TLanes.Multiply(TLanes.Multiply(TLanes.Number(-0.5), value), value);
        TVector density = TLanes.Multiply(TLanes.Number(NormalPeak), Exponentials<TLanes, TVector, T>.Exp(exponent));
        return TLanes.Multiply(TLanes.MultiplyAdd(value, density, Normal<TLanes, TVector, T>(value)), delta);
    }

    // Φ(x) = (1 + erf(x/√2))/2, where x is negative without subtracting from 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Normal<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TVector half = TLanes.Number(0.5f);
        TVector scaled = TLanes.Multiply(x, TLanes.Number(HalfRoot));
        TVector distance = TLanes.Magnitude(scaled);
        TVector below = TLanes.Multiply(half, Complement<TLanes, TVector, T>(distance));
        TVector far = TLanes.Select(TLanes.Less(x, TLanes.Number(0f)), below, TLanes.Subtract(TLanes.Number(1f), below));
        TVector near = TLanes.MultiplyAdd(half, Near<TLanes, TVector, T>(scaled), half);
        return TLanes.Select(TLanes.Less(distance, TLanes.Number(0.875)), near, far);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Near<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TVector square = TLanes.Multiply(x, x);
        TVector p = TLanes.Number(8.67539275e-05f);
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(-0.000821110385f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(0.00520674745f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(-0.0268615838f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(0.11283733f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(-0.376126349f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(0.128379166f));
        return TLanes.MultiplyAdd(x, p, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Complement<TLanes, TVector, T>(TVector distance)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // From 4 on the nearest number to erf(x) is 1.
        TVector end = TLanes.Number(4);
        TVector t = TLanes.Subtract(TLanes.AtMost(end, distance), TLanes.Number(2.4375));
        TVector q = TLanes.Number(2.84382651e-07f);
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-1.17312891e-06f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-1.98958037e-06f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(1.78427999e-05f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-2.23253664e-05f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-7.05483035e-05f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(0.000304602436f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-0.000416397088f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-0.000379933452f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(0.00300294021f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-0.00720504019f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(0.0107020075f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-0.010758982f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(0.00722906459f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(-0.00296573224f));
        q = TLanes.MultiplyAdd(q, t, TLanes.Number(0.000566542556f));
        return TLanes.Except(q, TLanes.LessOrEqual(end, distance));
    }
#endif
}
