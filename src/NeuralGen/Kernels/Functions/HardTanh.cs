#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x held between -1 and 1.</summary>
/// <remarks>Exact. -0 stays -0.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardTanh : IElementFunction
{
    float IElementFunction.Value(float x) => x < -1f ? -1f : x > 1f ? 1f : x;

    double IElementFunction.Value(double x) => x < -1 ? -1 : x > 1 ? 1 : x;

    float IElementFunction.Gradient(float value, float delta) => value <= -1f || value >= 1f ? 0f : delta;

    double IElementFunction.Gradient(double value, double delta) => value <= -1 || value >= 1 ? 0 : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Intervals<TLanes, TVector, T>.Between(TLanes.Number(-1), TLanes.Number(1), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Inside(TLanes.Number(-1), TLanes.Number(1), value, delta);
#endif
}
