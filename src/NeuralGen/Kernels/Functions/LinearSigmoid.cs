#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>alpha·x + beta held between 0 and 1: hard_sigmoid with a slope and an offset of its own.</summary>
/// <param name="alpha">the slope.</param>
/// <param name="beta">the value at 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LinearSigmoid(double alpha, double beta) : IElementFunction
{
    private readonly Argument _alpha = new(alpha);
    private readonly Argument _beta = new(beta);

    float IElementFunction.Value(float x)
    {
        float line = (_alpha.Single * x) + _beta.Single;
        return line < 0f ? 0f : line > 1f ? 1f : line;
    }

    double IElementFunction.Value(double x)
    {
        double line = (_alpha.Double * x) + _beta.Double;
        return line < 0 ? 0 : line > 1 ? 1 : line;
    }

    float IElementFunction.Gradient(float value, float delta) => value <= 0f ? 0f : value < 1f ? _alpha.Single * delta : 0f;

    double IElementFunction.Gradient(double value, double delta) => value <= 0 ? 0 : value < 1 ? _alpha.Double * delta : 0;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) =>
        Intervals<TLanes, TVector, T>.Between(default, TLanes.Number(1), TLanes.Add(TLanes.Multiply(TLanes.Broadcast(_alpha.As<T>()), x), TLanes.Broadcast(_beta.As<T>())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        TLanes.And(
            TLanes.Less(value, TLanes.Number(1)), TLanes.Except(TLanes.Multiply(TLanes.Broadcast(_alpha.As<T>()), delta), TLanes.LessOrEqual(value, default)));
#endif
}
