#if NET
using System.Runtime.CompilerServices;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x / (1 + |x|).</summary>
/// <remarks>NaN for ±∞, as the formula gives it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softsign : IElementFunction
{
    float IElementFunction.Value(float x) => x / (1f + Math.Abs(x));

    double IElementFunction.Value(double x) => x / (1 + Math.Abs(x));

    float IElementFunction.Gradient(float value, float delta)
    {
        float divisor = 1f + Math.Abs(value);
        return delta / (divisor * divisor);
    }

    double IElementFunction.Gradient(double value, double delta)
    {
        double divisor = 1 + Math.Abs(value);
        return delta / (divisor * divisor);
    }

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => TLanes.Divide(x, TLanes.Add(TLanes.Number(1), TLanes.Magnitude(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector divisor = TLanes.Add(TLanes.Number(1), TLanes.Magnitude(value));
        return TLanes.Divide(delta, TLanes.Multiply(divisor, divisor));
    }
#endif
}
