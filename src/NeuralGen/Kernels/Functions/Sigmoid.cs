#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>1 / (1 + e^-x), the logistic function.</summary>
/// <remarks>On vectors the error is at most 2.45 ULP, and 1.5 where x is positive; results below the normal numbers included.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Sigmoid : IElementFunction
{
    float IElementFunction.Value(float x) => 1f / (1f + ScalarMath.Exp(-x));

    double IElementFunction.Value(double x) => 1 / (1 + Math.Exp(-x));

    float IElementFunction.Gradient(float value, float delta) => value * (1f - value) * delta;

    double IElementFunction.Gradient(double value, double delta) => value * (1 - value) * delta;

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Sigmoids<TLanes, TVector, T>.Share(x, TLanes.Number(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.Multiply(TLanes.Multiply(value, TLanes.Subtract(TLanes.Number(1), value)), delta);
#endif
}
