#if NET
using System.Runtime.CompilerServices;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>A fixed value where x is at most a threshold, else x.</summary>
/// <remarks>Exact. The gradient takes x.</remarks>
/// <param name="threshold">up to where x is replaced.</param>
/// <param name="replacement">what replaces it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Threshold(double threshold, double replacement) : IElementFunction
{
    private readonly Argument _threshold = new(threshold);
    private readonly Argument _replacement = new(replacement);

    float IElementFunction.Value(float x) => x <= _threshold.Single ? _replacement.Single : x;

    double IElementFunction.Value(double x) => x <= _threshold.Double ? _replacement.Double : x;

    float IElementFunction.Gradient(float value, float delta) => value <= _threshold.Single ? 0f : delta;

    double IElementFunction.Gradient(double value, double delta) => value <= _threshold.Double ? 0 : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        TLanes.Select(TLanes.LessOrEqual(x, TLanes.Broadcast(_threshold.As<T>())), TLanes.Broadcast(_replacement.As<T>()), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.Except(delta, TLanes.LessOrEqual(value, TLanes.Broadcast(_threshold.As<T>())));
#endif
}
