#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x above 0, alpha·(e^x - 1) below (Clevert, Unterthiner and Hochreiter 2015).</summary>
/// <remarks>On vectors the error is at most 2.3 ULP, for any alpha. The gradient takes alpha to be 0 or more.</remarks>
/// <param name="alpha">the function's argument.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Elu(double alpha) : IElementFunction
{
    private readonly Argument _alpha = new(alpha);

    float IElementFunction.Value(float x) => x > 0f ? x : _alpha.Single * NeuralMath.ExpMinusOne(x);

    double IElementFunction.Value(double x) => x > 0 ? x : _alpha.Double * NeuralMath.ExpMinusOne(x);

    float IElementFunction.Gradient(float value, float delta) => value > 0f ? delta : (value + _alpha.Single) * delta;

    double IElementFunction.Gradient(double value, double delta) => value > 0 ? delta : (value + _alpha.Double) * delta;

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        Intervals<TLanes, TVector, T>.Positive(x, x, TLanes.Multiply(TLanes.Broadcast(_alpha.As<T>()), Exponentials<TLanes, TVector, T>.ExpMinusOne(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Positive(value, delta, TLanes.Multiply(TLanes.Add(value, TLanes.Broadcast(_alpha.As<T>())), delta));
#endif
}
