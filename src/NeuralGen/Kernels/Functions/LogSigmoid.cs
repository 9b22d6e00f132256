#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>ln(1/(1 + e^-x)), the logarithm of the logistic function, without overflow.</summary>
/// <remarks>As exact as <see cref="Softplus"/>. The gradient takes x.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogSigmoid : IElementFunction
{
    float IElementFunction.Value(float x) => -NeuralMath.Softplus(-x);

    double IElementFunction.Value(double x) => -NeuralMath.Softplus(-x);

    float IElementFunction.Gradient(float value, float delta) => delta / (1f + ScalarMath.Exp(value));

    double IElementFunction.Gradient(double value, double delta) => delta / (1 + Math.Exp(value));

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        Negative<TLanes, TVector, T>(Softplus.Compute<TLanes, TVector, T>(Negative<TLanes, TVector, T>(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Sigmoids<TLanes, TVector, T>.Share(Negative<TLanes, TVector, T>(value), delta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Negative<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TLanes.Multiply(TLanes.Number(-1), x);
#endif
}
