#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>ln(1 + e^x), without overflow.</summary>
/// <remarks>On vectors the error is at most 2 ULP with fused multiply-add, else 2.4, results below the normal numbers included. 0
/// for -∞.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softplus : IElementFunction
{
    float IElementFunction.Value(float x) => NeuralMath.Softplus(x);

    double IElementFunction.Value(double x) => NeuralMath.Softplus(x);

    float IElementFunction.Gradient(float value, float delta) => delta / (1f + ScalarMath.Exp(-value));

    double IElementFunction.Gradient(double value, double delta) => delta / (1 + Math.Exp(-value));

#if NET
    bool IElementFunction.IsPlain => false;

    bool IElementFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Value<TLanes, TVector, T>(TVector x) => Compute<TLanes, TVector, T>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementFunction.Gradient<TLanes, TVector, T>(TVector value, TVector delta) => Sigmoids<TLanes, TVector, T>.Share(value, delta);

    /// <summary>Computes the function of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Compute<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // max(x, 0) + ln(1 + y) with y = e^-|x|, and ln(1 + y) = y + y²·p(y).
        TVector y = Exponentials<TLanes, TVector, T>.Exp(TLanes.Or(x, TLanes.Number(-0d)));
        TVector p = TLanes.Number(0.00207295385f);
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(-0.0136315096f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(0.0419814214f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(-0.0830741301f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(0.124671265f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(-0.161293373f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(0.198979318f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(-0.249885798f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(0.333326906f));
        p = TLanes.MultiplyAdd(p, y, TLanes.Number(-0.499999881f));
        return TLanes.Add(TLanes.AtLeast(default, x), TLanes.MultiplyAdd(TLanes.Multiply(y, y), p, y));
    }
#endif
}
