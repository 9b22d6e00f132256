#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>ln(1 + e^(beta·x))/beta, and x itself where beta·x is above a threshold: softplus with the arguments that PyTorch gives it.</summary>
/// <remarks>The gradient takes x.</remarks>
/// <param name="beta">how sharp the bend is.</param>
/// <param name="threshold">from where on x itself is near enough; ∞ for nowhere.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScaledSoftplus(double beta, double threshold) : IElementFunction
{
    private readonly Argument _beta = new(beta);
    private readonly Argument _threshold = new(threshold);

    float IElementFunction.Value(float x) => _beta.Single * x > _threshold.Single ? x : NeuralMath.Softplus(_beta.Single * x) / _beta.Single;

    double IElementFunction.Value(double x) => _beta.Double * x > _threshold.Double ? x : NeuralMath.Softplus(_beta.Double * x) / _beta.Double;

    float IElementFunction.Gradient(float value, float delta) =>
        _beta.Single * value > _threshold.Single ? delta : delta / (1f + ScalarMath.Exp(-_beta.Single * value));

    double IElementFunction.Gradient(double value, double delta) =>
        _beta.Double * value > _threshold.Double ? delta : delta / (1 + Math.Exp(-_beta.Double * value));

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        TVector beta = TLanes.Broadcast(_beta.As<T>()), scaled = TLanes.Multiply(beta, x);
        return TLanes.Select(
            TLanes.Less(TLanes.Broadcast(_threshold.As<T>()), scaled), x, TLanes.Divide(Softplus.Compute<TLanes, TVector, T>(scaled), beta));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector scaled = TLanes.Multiply(TLanes.Broadcast(_beta.As<T>()), value);
        return TLanes.Select(TLanes.Less(TLanes.Broadcast(_threshold.As<T>()), scaled), delta, Sigmoids<TLanes, TVector, T>.Share(scaled, delta));
    }
#endif
}
