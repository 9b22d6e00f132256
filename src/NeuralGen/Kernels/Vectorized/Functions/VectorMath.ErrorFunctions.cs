using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>The error function and the linear units weighted by it.</content>
public static partial class VectorMath
{
    /// <summary>Computes the error function, 2/√π·∫₀ˣ e^(-t²) dt.</summary>
    /// <remarks>Error at most 2 ULP everywhere, never above 1 in magnitude; -0 stays -0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x) => ErrorFunctions<Single128, Vector128<float>>.Erf(x);

    /// <inheritdoc cref="Erf(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x) => ErrorFunctions<Single256, Vector256<float>>.Erf(x);

    /// <inheritdoc cref="Erf(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => ErrorFunctions<Single512, Vector512<float>>.Erf(x);

    /// <summary>Computes x/2·(1 + erf(x/√2)) (Hendrycks and Gimpel 2016).</summary>
    /// <remarks>Error at most 2 ULP where x is not negative. Where it is, the function falls to 0 and only the absolute error is
    /// small: at most 2⁻²³·|x|, and nowhere more than 6.5e-8. NaN for -∞, as the formula gives it.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Gelu(Vector128<float> x) => ErrorFunctions<Single128, Vector128<float>>.Gelu(x);

    /// <inheritdoc cref="Gelu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> x) => ErrorFunctions<Single256, Vector256<float>>.Gelu(x);

    /// <inheritdoc cref="Gelu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gelu(Vector512<float> x) => ErrorFunctions<Single512, Vector512<float>>.Gelu(x);

    /// <summary>Computes x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))) (Hendrycks and Gimpel 2016).</summary>
    /// <remarks>Error at most 2.1 ULP where x is not negative. Where it is, the function falls to 0 and only the absolute error is
    /// small: at most 2⁻²³·|x|, and nowhere more than 6.5e-8. NaN for -∞, as the formula gives it.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluTanh(Vector128<float> x) => ErrorFunctions<Single128, Vector128<float>>.GeluTanh(x);

    /// <inheritdoc cref="GeluTanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanh(Vector256<float> x) => ErrorFunctions<Single256, Vector256<float>>.GeluTanh(x);

    /// <inheritdoc cref="GeluTanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanh(Vector512<float> x) => ErrorFunctions<Single512, Vector512<float>>.GeluTanh(x);
}
