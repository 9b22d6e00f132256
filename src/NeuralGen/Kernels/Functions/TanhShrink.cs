#if NET
using System.Runtime.CompilerServices;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x - tanh(x).</summary>
/// <remarks>Near 0 the difference has the error of the hyperbolic tangent. The gradient takes x.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TanhShrink : IElementFunction
{
    float IElementFunction.Value(float x) => x - ScalarMath.Tanh(x);

    double IElementFunction.Value(double x) => x - Math.Tanh(x);

    float IElementFunction.Gradient(float value, float delta)
    {
        float tanh = ScalarMath.Tanh(value);
        return tanh * tanh * delta;
    }

    double IElementFunction.Gradient(double value, double delta)
    {
        double tanh = Math.Tanh(value);
        return tanh * tanh * delta;
    }

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => TLanes.Subtract(x, Tanh.Compute<TLanes, TVector, T>(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector tanh = Tanh.Compute<TLanes, TVector, T>(value);
        return TLanes.Multiply(TLanes.Multiply(tanh, tanh), delta);
    }
#endif
}
