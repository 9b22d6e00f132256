#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>(x + 3) / 6 held between 0 and 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSigmoid : IElementFunction
{
    float IElementFunction.Value(float x) => (x < -3f ? 0f : x > 3f ? 6f : x + 3f) * (1f / 6f);

    double IElementFunction.Value(double x) => (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6;

    float IElementFunction.Gradient(float value, float delta) => value <= 0f || value >= 1f ? 0f : delta / 6f;

    double IElementFunction.Gradient(double value, double delta) => value <= 0 || value >= 1 ? 0 : delta / 6;

#if NET
    bool IElementFunction.IsPlain => true;

    bool IElementFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x)
    {
        // To hold x between -3 and 3 before gives the same numbers.
        TVector three = TLanes.Number(3);
        TVector sum = TLanes.Add(Intervals<TLanes, TVector, T>.Between(TLanes.Number(-3), three, x), three);

        // In single precision without the division, which takes longer than all the rest; 6·(1/6) is 1.
        return typeof(T) == typeof(float) ? TLanes.Multiply(sum, TLanes.Number(1.0 / 6)) : TLanes.Divide(sum, TLanes.Number(6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) =>
        Intervals<TLanes, TVector, T>.Inside(default, TLanes.Number(1), value, TLanes.Divide(delta, TLanes.Number(6)));
#endif
}
