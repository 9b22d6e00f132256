#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x·sigmoid(x), also called swish (Ramachandran, Zoph and Le 2017).</summary>
/// <remarks>On vectors the error is at most 3.5 ULP; below -87, where e^x is not a normal number, at most 2⁻¹⁴³. NaN for -∞, as the
/// formula gives it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Silu : IElementFunction
{
    float IElementFunction.Value(float x) => x / (1f + ScalarMath.Exp(-x));

    double IElementFunction.Value(double x) => x / (1 + Math.Exp(-x));

    float IElementFunction.Gradient(float value, float delta)
    {
        float sigmoid = 1f / (1f + ScalarMath.Exp(-value));
        return (sigmoid + (value / (1f + ScalarMath.Exp(-value)) * (1f - sigmoid))) * delta;
    }

    double IElementFunction.Gradient(double value, double delta)
    {
        double sigmoid = 1 / (1 + Math.Exp(-value));
        return (sigmoid + (value / (1 + Math.Exp(-value)) * (1 - sigmoid))) * delta;
    }

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Sigmoids<TLanes, TVector, T>.Share(x, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector one = TLanes.Number(1), sigmoid = Sigmoids<TLanes, TVector, T>.Share(value, one);
        return TLanes.Multiply(TLanes.MultiplyAdd(TLanes.Multiply(value, sigmoid), TLanes.Subtract(one, sigmoid), sigmoid), delta);
    }
#endif
}
