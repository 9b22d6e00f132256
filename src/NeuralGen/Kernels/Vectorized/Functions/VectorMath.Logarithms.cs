using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Logarithms.</content>
public static partial class VectorMath
{
    /// <summary>Computes the natural logarithm.</summary>
    /// <remarks>Error at most 1 ULP everywhere, arguments below the normal numbers included. -∞ for ±0, NaN for negative numbers.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Logarithms<Single128, Vector128<float>>.Log(x);

    /// <inheritdoc cref="Log(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Logarithms<Single256, Vector256<float>>.Log(x);

    /// <inheritdoc cref="Log(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Logarithms<Single512, Vector512<float>>.Log(x);

    /// <summary>Computes ln(1 + e^x), without overflow.</summary>
    /// <remarks>Error at most 2 ULP everywhere with fused multiply-add, else 2.4, results below the normal numbers included. 0 for -∞.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x) => Logarithms<Single128, Vector128<float>>.Softplus(x);

    /// <inheritdoc cref="Softplus(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x) => Logarithms<Single256, Vector256<float>>.Softplus(x);

    /// <inheritdoc cref="Softplus(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) => Logarithms<Single512, Vector512<float>>.Softplus(x);
}
