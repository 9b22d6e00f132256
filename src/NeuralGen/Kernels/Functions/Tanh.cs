#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>On vectors the error is at most 1.4 ULP, and the result never above 1 in magnitude; -0 stays -0.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tanh : IElementFunction
{
    float IElementFunction.Value(float x) => ScalarMath.Tanh(x);

    double IElementFunction.Value(double x) => Math.Tanh(x);

    float IElementFunction.Gradient(float value, float delta) => (1f - (value * value)) * delta;

    double IElementFunction.Gradient(double value, double delta) => (1 - (value * value)) * delta;

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Compute<TLanes, TVector, T>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.Multiply(TLanes.Subtract(TLanes.Number(1), TLanes.Multiply(value, value)), delta);

    /// <summary>Computes the function of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Compute<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TVector distance = TLanes.Magnitude(x);
        TVector near = Near<TLanes, TVector, T>(distance);

        // From 10 on it is 1.
        TVector one = TLanes.Number(1);
        TVector bounded = TLanes.AtMost(TLanes.Number(10), distance);
        TVector power = Exponentials<TLanes, TVector, T>.ExpOfModerate(TLanes.Add(bounded, bounded));
        TVector far = TLanes.Subtract(one, TLanes.Divide(TLanes.Number(2), TLanes.Add(power, one)));
        TVector y = TLanes.Select(TLanes.Less(distance, TLanes.Number(0.625)), near, far);
        return TLanes.Or(y, TLanes.And(x, TLanes.Number(-0d)));
    }

    /// <summary>Computes sigmoid(gate)·tanh(x) with one division: tanh is (e^2|x| - 1) / (e^2|x| + 1), with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Gated<TLanes, TVector, T>(TVector gate, TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TVector distance = TLanes.Magnitude(x), one = TLanes.Number(1);
        TVector bounded = TLanes.AtMost(TLanes.Number(10), distance);
        TVector power = Exponentials<TLanes, TVector, T>.ExpOfModerate(TLanes.Add(bounded, bounded));
        TVector isNear = TLanes.Less(distance, TLanes.Number(0.625));
        TVector dividend = TLanes.Select(isNear, Near<TLanes, TVector, T>(distance), TLanes.Subtract(power, one));
        TVector divisor = TLanes.Select(isNear, one, TLanes.Add(power, one));
        TVector share = Sigmoids<TLanes, TVector, T>.Parts(gate, out TVector whole);
        TVector y = TLanes.Divide(TLanes.Multiply(dividend, share), TLanes.Multiply(divisor, whole));
        return TLanes.Or(y, TLanes.And(x, TLanes.Number(-0d)));
    }

    // |x| + |x|³·p(x²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Near<TLanes, TVector, T>(TVector distance)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TVector square = TLanes.Multiply(distance, distance);
        TVector p = TLanes.Number(-0.00570498966f);
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(0.0206390899f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(-0.0537397154f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(0.133314416f));
        p = TLanes.MultiplyAdd(p, square, TLanes.Number(-0.333332807f));
        return TLanes.MultiplyAdd(TLanes.Multiply(square, p), distance, distance);
    }
#endif
}
