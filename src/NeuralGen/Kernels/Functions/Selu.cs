#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>scale·x above 0, scale·alpha·(e^x - 1) below (Klambauer et al. 2017).</summary>
/// <remarks>On vectors the error is at most 2 ULP.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Selu : IElementFunction
{
    private const double Scale = 1.0507009873554805;
    private const double ScaledAlpha = Scale * 1.6732632423543772;

    float IElementFunction.Value(float x) => x > 0f ? (float)Scale * x : (float)ScaledAlpha * NeuralMath.ExpMinusOne(x);

    double IElementFunction.Value(double x) => x > 0 ? Scale * x : ScaledAlpha * NeuralMath.ExpMinusOne(x);

    float IElementFunction.Gradient(float value, float delta) => value > 0f ? (float)Scale * delta : (value + (float)ScaledAlpha) * delta;

    double IElementFunction.Gradient(double value, double delta) => value > 0 ? Scale * delta : (value + ScaledAlpha) * delta;

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        Intervals<TLanes, TVector, T>.Positive(x, TLanes.Multiply(TLanes.Number(Scale), x), TLanes.Multiply(TLanes.Number(ScaledAlpha), Exponentials<TLanes, TVector, T>.ExpMinusOne(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Positive(
            value, TLanes.Multiply(TLanes.Number(Scale), delta), TLanes.Multiply(TLanes.Add(value, TLanes.Number(ScaledAlpha)), delta));
#endif
}
