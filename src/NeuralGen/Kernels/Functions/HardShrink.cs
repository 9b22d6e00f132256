#if NET
using System.Runtime.CompilerServices;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>0 where |x| is at most lambda, else x.</summary>
/// <remarks>Exact. The gradient takes x.</remarks>
/// <param name="lambda">half of the width of what becomes 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardShrink(double lambda) : IElementFunction
{
    private readonly Argument _lambda = new(lambda);

    float IElementFunction.Value(float x) => Math.Abs(x) <= _lambda.Single ? 0f : x;

    double IElementFunction.Value(double x) => Math.Abs(x) <= _lambda.Double ? 0 : x;

    float IElementFunction.Gradient(float value, float delta) => Math.Abs(value) <= _lambda.Single ? 0f : delta;

    double IElementFunction.Gradient(double value, double delta) => Math.Abs(value) <= _lambda.Double ? 0 : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        TLanes.Except(x, TLanes.LessOrEqual(TLanes.Magnitude(x), TLanes.Broadcast(_lambda.As<T>())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.Except(delta, TLanes.LessOrEqual(TLanes.Magnitude(value), TLanes.Broadcast(_lambda.As<T>())));
#endif
}
