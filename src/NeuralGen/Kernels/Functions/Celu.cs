#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x above 0, alpha·(e^(x/alpha) - 1) below (Barron 2017).</summary>
/// <remarks>On vectors the error is at most 3.5 ULP for positive alpha. For negative alpha, the rounding of x/alpha counts |x/alpha|
/// times. The gradient takes alpha to be 0 or more.</remarks>
/// <param name="alpha">the function's argument.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Celu(double alpha) : IElementFunction
{
    private readonly Argument _alpha = new(alpha);

    float IElementFunction.Value(float x) => x > 0f ? x : _alpha.Single * NeuralMath.ExpMinusOne(x / _alpha.Single);

    double IElementFunction.Value(double x) => x > 0 ? x : _alpha.Double * NeuralMath.ExpMinusOne(x / _alpha.Double);

    float IElementFunction.Gradient(float value, float delta) => value > 0f ? delta : ((value / _alpha.Single) + 1f) * delta;

    double IElementFunction.Gradient(double value, double delta) => value > 0 ? delta : ((value / _alpha.Double) + 1) * delta;

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        TVector alpha = TLanes.Broadcast(_alpha.As<T>());
        return Intervals<TLanes, TVector, T>.Positive(x, x, TLanes.Multiply(alpha, Exponentials<TLanes, TVector, T>.ExpMinusOne(TLanes.Divide(x, alpha))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Positive(
            value, delta, TLanes.Multiply(TLanes.Add(TLanes.Divide(value, TLanes.Broadcast(_alpha.As<T>())), TLanes.Number(1)), delta));
#endif
}
