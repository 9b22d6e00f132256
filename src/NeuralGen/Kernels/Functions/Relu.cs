#if NET
using System.Runtime.CompilerServices;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>0 if x is less than 0, else x.</summary>
/// <remarks>Exact. -0 stays -0.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Relu : IElementFunction
{
    float IElementFunction.Value(float x) => x < 0f ? 0f : x;

    double IElementFunction.Value(double x) => x < 0 ? 0 : x;

    float IElementFunction.Gradient(float value, float delta) => value <= 0f ? 0f : delta;

    double IElementFunction.Gradient(double value, double delta) => value <= 0 ? 0 : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => TLanes.AtLeast(default, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) => TLanes.Except(delta, TLanes.LessOrEqual(value, default));
#endif
}
