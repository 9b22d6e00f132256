#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x held between two bounds: hard_tanh with bounds of its own.</summary>
/// <remarks>Exact. The gradient takes x.</remarks>
/// <param name="low">the least value.</param>
/// <param name="high">the largest value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Clamp(double low, double high) : IElementFunction
{
    private readonly Argument _low = new(low);
    private readonly Argument _high = new(high);

    float IElementFunction.Value(float x) => x < _low.Single ? _low.Single : x > _high.Single ? _high.Single : x;

    double IElementFunction.Value(double x) => x < _low.Double ? _low.Double : x > _high.Double ? _high.Double : x;

    float IElementFunction.Gradient(float value, float delta) => value <= _low.Single ? 0f : value < _high.Single ? delta : 0f;

    double IElementFunction.Gradient(double value, double delta) => value <= _low.Double ? 0 : value < _high.Double ? delta : 0;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        Intervals<TLanes, TVector, T>.Between(TLanes.Broadcast(_low.As<T>()), TLanes.Broadcast(_high.As<T>()), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.And(TLanes.Less(value, TLanes.Broadcast(_high.As<T>())), TLanes.Except(delta, TLanes.LessOrEqual(value, TLanes.Broadcast(_low.As<T>()))));
#endif
}
