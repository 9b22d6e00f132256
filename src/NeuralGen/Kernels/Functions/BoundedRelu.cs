#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>negativeSlope·(x - threshold) below a threshold, and at most maxValue: relu with the arguments that Keras gives it.</summary>
/// <remarks>The gradient takes x.</remarks>
/// <param name="maxValue">the largest value; ∞ when there is none.</param>
/// <param name="negativeSlope">the slope below the threshold.</param>
/// <param name="threshold">up to where x counts as negative.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundedRelu(double maxValue, double negativeSlope, double threshold) : IElementFunction
{
    private readonly Argument _maxValue = new(maxValue);
    private readonly Argument _negativeSlope = new(negativeSlope);
    private readonly Argument _threshold = new(threshold);

    float IElementFunction.Value(float x) =>
        x < _threshold.Single ? _negativeSlope.Single == 0f ? 0f : _negativeSlope.Single * (x - _threshold.Single)
        : x > _maxValue.Single ? _maxValue.Single : x;

    double IElementFunction.Value(double x) =>
        x < _threshold.Double ? _negativeSlope.Double == 0 ? 0 : _negativeSlope.Double * (x - _threshold.Double)
        : x > _maxValue.Double ? _maxValue.Double : x;

    float IElementFunction.Gradient(float value, float delta) =>
        value <= _threshold.Single ? _negativeSlope.Single == 0f ? 0f : _negativeSlope.Single * delta
        : value < _maxValue.Single || float.IsPositiveInfinity(_maxValue.Single) ? delta : 0f;

    double IElementFunction.Gradient(double value, double delta) =>
        value <= _threshold.Double ? _negativeSlope.Double == 0 ? 0 : _negativeSlope.Double * delta
        : value < _maxValue.Double || double.IsPositiveInfinity(_maxValue.Double) ? delta : 0;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        TVector threshold = TLanes.Broadcast(_threshold.As<T>()), max = TLanes.Broadcast(_maxValue.As<T>());
        TVector below = Below<TLanes, TVector, T>(TLanes.Subtract(x, threshold));
        return TLanes.Select(TLanes.Less(x, threshold), below, TLanes.AtMost(max, x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector threshold = TLanes.Broadcast(_threshold.As<T>()), max = TLanes.Broadcast(_maxValue.As<T>());
        TVector isBelowMax = TLanes.Or(TLanes.Less(value, max), TLanes.LessOrEqual(TLanes.Number(double.PositiveInfinity), max));
        return TLanes.Select(TLanes.LessOrEqual(value, threshold), Below<TLanes, TVector, T>(delta), TLanes.And(isBelowMax, delta));
    }

    // A slope of zero gives zero for anything.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Below<TLanes, TVector, T>(TVector factor)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TVector slope = TLanes.Broadcast(_negativeSlope.As<T>());
        return TLanes.Except(TLanes.Multiply(slope, factor), TLanes.LessOrEqual(TLanes.Magnitude(slope), default));
    }
#endif
}
