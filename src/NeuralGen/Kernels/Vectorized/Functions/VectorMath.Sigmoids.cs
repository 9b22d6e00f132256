using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Sigmoid functions and products with them.</content>
public static partial class VectorMath
{
    /// <summary>Computes 1 / (1 + e^-x), the logistic function.</summary>
    /// <remarks>Error at most 2.45 ULP everywhere, and 1.5 where x is positive; results below the normal numbers
    /// included.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Sigmoids<Single128, Vector128<float>>.Sigmoid(x);

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Sigmoids<Single256, Vector256<float>>.Sigmoid(x);

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Sigmoids<Single512, Vector512<float>>.Sigmoid(x);

    /// <summary>Computes the hyperbolic tangent.</summary>
    /// <remarks>Error at most 1.4 ULP everywhere, never above 1 in magnitude; -0 stays -0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) => Sigmoids<Single128, Vector128<float>>.Tanh(x);

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => Sigmoids<Single256, Vector256<float>>.Tanh(x);

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Sigmoids<Single512, Vector512<float>>.Tanh(x);

    /// <summary>Computes x·sigmoid(x), also called swish (Ramachandran, Zoph and Le 2017).</summary>
    /// <remarks>Error at most 3.5 ULP; below -87, where e^x is not a normal number, at most 2⁻¹⁴³. NaN for -∞, as the formula
    /// gives it.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Silu(Vector128<float> x) => Sigmoids<Single128, Vector128<float>>.Silu(x);

    /// <inheritdoc cref="Silu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Silu(Vector256<float> x) => Sigmoids<Single256, Vector256<float>>.Silu(x);

    /// <inheritdoc cref="Silu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Silu(Vector512<float> x) => Sigmoids<Single512, Vector512<float>>.Silu(x);

    /// <summary>Computes x·tanh(ln(1 + e^x)) (Misra 2019).</summary>
    /// <remarks>Error at most 4 ULP; below -87, where e^x is not a normal number, at most 2⁻¹⁴³. NaN for -∞, as the formula
    /// gives it.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mish(Vector128<float> x) => Sigmoids<Single128, Vector128<float>>.Mish(x);

    /// <inheritdoc cref="Mish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> x) => Sigmoids<Single256, Vector256<float>>.Mish(x);

    /// <inheritdoc cref="Mish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> x) => Sigmoids<Single512, Vector512<float>>.Mish(x);
}
