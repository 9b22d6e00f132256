#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x held between 0 and 6.</summary>
/// <remarks>Exact. -0 stays -0.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Relu6 : IElementFunction
{
    float IElementFunction.Value(float x) => x < 0f ? 0f : x > 6f ? 6f : x;

    double IElementFunction.Value(double x) => x < 0 ? 0 : x > 6 ? 6 : x;

    float IElementFunction.Gradient(float value, float delta) => value <= 0f || value >= 6f ? 0f : delta;

    double IElementFunction.Gradient(double value, double delta) => value <= 0 || value >= 6 ? 0 : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Intervals<TLanes, TVector, T>.Between(default, TLanes.Number(6), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Inside(default, TLanes.Number(6), value, delta);
#endif
}
