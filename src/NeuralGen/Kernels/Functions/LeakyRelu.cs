#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x above 0, alpha·x below.</summary>
/// <remarks>The gradient takes alpha to be 0 or more.</remarks>
/// <param name="alpha">the function's argument.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LeakyRelu(double alpha) : IElementFunction
{
    private readonly Argument _alpha = new(alpha);

    float IElementFunction.Value(float x) => x > 0f ? x : _alpha.Single * x;

    double IElementFunction.Value(double x) => x > 0 ? x : _alpha.Double * x;

    float IElementFunction.Gradient(float value, float delta) => value > 0f ? delta : _alpha.Single * delta;

    double IElementFunction.Gradient(double value, double delta) => value > 0 ? delta : _alpha.Double * delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        Intervals<TLanes, TVector, T>.Positive(x, x, TLanes.Multiply(TLanes.Broadcast(_alpha.As<T>()), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Positive(value, delta, TLanes.Multiply(TLanes.Broadcast(_alpha.As<T>()), delta));
#endif
}
