#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>The approximation of gelu by tanh, x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))) (Hendrycks and Gimpel 2016).</summary>
/// <remarks>On vectors the error is at most 2.1 ULP where x is not negative. Where it is, the function falls to 0 and only the
/// absolute error is small: at most 2⁻²³·|x|, and nowhere more than 6.5e-8. NaN for -∞, as the formula gives it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluTanh : IElementFunction
{
    private const double Factor = 0.79788456080286536;
    private const double Triple = 3 * 0.044715;

    float IElementFunction.Value(float x) => 0.5f * x * (1f + ScalarMath.Tanh((float)Factor * (x + (0.044715f * x * x * x))));

    double IElementFunction.Value(double x) => 0.5 * x * (1 + Math.Tanh(Factor * (x + (0.044715 * x * x * x))));

    float IElementFunction.Gradient(float value, float delta)
    {
        float square = value * value;
        float tanh = ScalarMath.Tanh((float)Factor * value * (1f + (0.044715f * square)));
        float slope = (float)Factor * (1f + ((float)Triple * square));
        return 0.5f * (1f + tanh + (value * (1f - (tanh * tanh)) * slope)) * delta;
    }

    double IElementFunction.Gradient(double value, double delta)
    {
        double square = value * value;
        double tanh = Math.Tanh(Factor * value * (1 + (0.044715 * square)));
        double slope = Factor * (1 + (Triple * square));
        return 0.5 * (1 + tanh + (value * (1 - (tanh * tanh)) * slope)) * delta;
    }

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        // As (1 + tanh(u))/2 = sigmoid(2·u).
        TVector factor = TLanes.MultiplyAdd(TLanes.Multiply(x, x), TLanes.Number(0.0713548163f), TLanes.Number(1.59576912f));
        return Sigmoids<TLanes, TVector, T>.Share(TLanes.Multiply(x, factor), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        // (s + x·s·(1 - s)·v′)·delta, where s = sigmoid(v) = (1 + tanh(v/2))/2.
        TVector square = TLanes.Multiply(value, value);
        TVector one = TLanes.Number(1);
        TVector factor = TLanes.MultiplyAdd(square, TLanes.Number(0.0713548163f), TLanes.Number(1.59576912f));
        TVector slope = TLanes.MultiplyAdd(square, TLanes.Number(0.214064449f), TLanes.Number(1.59576912f));
        TVector sigmoid = Sigmoids<TLanes, TVector, T>.Share(TLanes.Multiply(value, factor), one);
        TVector rise = TLanes.Multiply(TLanes.Multiply(sigmoid, TLanes.Subtract(one, sigmoid)), slope);
        return TLanes.Multiply(TLanes.MultiplyAdd(value, rise, sigmoid), delta);
    }
#endif
}
