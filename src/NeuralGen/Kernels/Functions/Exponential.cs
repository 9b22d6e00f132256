#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>e^x.</summary>
/// <remarks>On vectors the error is at most 1.01 ULP, results below the normal numbers included. Above 88.72 infinity, below -103.97
/// zero.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Exponential : IElementFunction
{
    float IElementFunction.Value(float x) => ScalarMath.Exp(x);

    double IElementFunction.Value(double x) => Math.Exp(x);

    float IElementFunction.Gradient(float value, float delta) => value * delta;

    double IElementFunction.Gradient(double value, double delta) => value * delta;

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Exponentials<TLanes, TVector, T>.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) => TLanes.Multiply(value, delta);
#endif
}
