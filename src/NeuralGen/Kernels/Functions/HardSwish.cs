#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x·(x + 3) / 6, with x + 3 held between 0 and 6.</summary>
/// <remarks>NaN for -∞, as the formula gives it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSwish : IElementFunction
{
    float IElementFunction.Value(float x) => x * ((x < -3f ? 0f : x > 3f ? 6f : x + 3f) * (1f / 6f));

    double IElementFunction.Value(double x) => x * (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6;

    float IElementFunction.Gradient(float value, float delta) => value <= -3f ? 0f : value < 3f ? ((value / 3f) + 0.5f) * delta : delta;

    double IElementFunction.Gradient(double value, double delta) => value <= -3 ? 0 : value < 3 ? ((value / 3) + 0.5) * delta : delta;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        // To hold x between -3 and 3 before gives the same numbers.
        TVector three = TLanes.Number(3);
        TVector sum = TLanes.Add(Intervals<TLanes, TVector, T>.Between(TLanes.Number(-3), three, x), three);

        // In single precision without the division, which takes longer than all the rest; 6·(1/6) is 1, so that large x stay what they are.
        return typeof(T) == typeof(float)
            ? TLanes.Multiply(x, TLanes.Multiply(sum, TLanes.Number(1.0 / 6)))
            : TLanes.Divide(TLanes.Multiply(x, sum), TLanes.Number(6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta)
    {
        TVector three = TLanes.Number(3);
        TVector between = TLanes.Multiply(TLanes.Add(TLanes.Divide(value, three), TLanes.Number(0.5)), delta);
        return TLanes.Except(TLanes.Select(TLanes.Less(value, three), between, delta), TLanes.LessOrEqual(value, TLanes.Number(-3)));
    }
#endif
}
