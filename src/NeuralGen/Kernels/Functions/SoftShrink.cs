#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x moved by lambda towards 0, and 0 where |x| is at most lambda.</summary>
/// <remarks>The gradient takes x.</remarks>
/// <param name="lambda">how far.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SoftShrink(double lambda) : IElementFunction
{
    private readonly Argument _lambda = new(lambda);

    float IElementFunction.Value(float x) => Math.Abs(x) <= _lambda.Single ? 0f : x > 0f ? x - _lambda.Single : x + _lambda.Single;

    double IElementFunction.Value(double x) => Math.Abs(x) <= _lambda.Double ? 0 : x > 0 ? x - _lambda.Double : x + _lambda.Double;

    float IElementFunction.Gradient(float value, float delta) => Math.Abs(value) <= _lambda.Single ? 0f : delta;

    double IElementFunction.Gradient(double value, double delta) => Math.Abs(value) <= _lambda.Double ? 0 : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        TVector lambda = TLanes.Broadcast(_lambda.As<T>());
        TVector moved = Intervals<TLanes, TVector, T>.Positive(x, TLanes.Subtract(x, lambda), TLanes.Add(x, lambda));
        return TLanes.Except(moved, TLanes.LessOrEqual(TLanes.Magnitude(x), lambda));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.Except(delta, TLanes.LessOrEqual(TLanes.Magnitude(value), TLanes.Broadcast(_lambda.As<T>())));
#endif
}
