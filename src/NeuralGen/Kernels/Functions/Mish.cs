#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x·tanh(ln(1 + e^x)) (Misra 2019).</summary>
/// <remarks>On vectors the error is at most 4 ULP; below -87, where e^x is not a normal number, at most 2⁻¹⁴³. NaN for -∞, as the
/// formula gives it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Mish : IElementFunction
{
    float IElementFunction.Value(float x) => x * ScalarMath.Tanh(NeuralMath.Softplus(x));

    double IElementFunction.Value(double x) => x * Math.Tanh(NeuralMath.Softplus(x));

    float IElementFunction.Gradient(float value, float delta)
    {
        float tanh = ScalarMath.Tanh(NeuralMath.Softplus(value));
        float sigmoid = 1f / (1f + ScalarMath.Exp(-value));
        return (tanh + (value * sigmoid * (1f - (tanh * tanh)))) * delta;
    }

    double IElementFunction.Gradient(double value, double delta)
    {
        double tanh = Math.Tanh(NeuralMath.Softplus(value));
        double sigmoid = 1 / (1 + Math.Exp(-value));
        return (tanh + (value * sigmoid * (1 - (tanh * tanh)))) * delta;
    }

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => TLanes.Multiply(x, TanhOfSoftplus<TLanes, TVector, T>(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        // (t + x·s·(1 - t²))·delta, where t = tanh(ln(1 + e^x)) and s = sigmoid(x).
        TVector one = TLanes.Number(1), tanh = TanhOfSoftplus<TLanes, TVector, T>(value);
        TVector product = TLanes.Multiply(value, Sigmoids<TLanes, TVector, T>.Share(value, one));
        TVector rest = TLanes.Subtract(one, TLanes.Multiply(tanh, tanh));
        return TLanes.Multiply(TLanes.MultiplyAdd(product, rest, tanh), delta);
    }

    // w / (w + 2), where w = e^2x + 2·e^x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TanhOfSoftplus<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // From 20 on it is 1.
        TVector power = Exponentials<TLanes, TVector, T>.Exp(TLanes.AtMost(TLanes.Number(20), x));
        TVector w = TLanes.MultiplyAdd(power, power, TLanes.Add(power, power));
        return TLanes.Divide(w, TLanes.Add(w, TLanes.Number(2)));
    }
#endif
}
