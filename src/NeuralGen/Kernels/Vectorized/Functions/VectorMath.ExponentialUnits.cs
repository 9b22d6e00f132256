using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Exponential linear units.</content>
public static partial class VectorMath
{
    /// <summary>Computes x above 0, alpha·(e^x - 1) below (Clevert, Unterthiner and Hochreiter 2015).</summary>
    /// <remarks>Error at most 2.3 ULP everywhere, for any alpha.</remarks>
    /// <param name="x">any numbers.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> x, float alpha) => ExponentialUnits<Single128, Vector128<float>>.Elu(x, alpha);

    /// <inheritdoc cref="Elu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> x, float alpha) => ExponentialUnits<Single256, Vector256<float>>.Elu(x, alpha);

    /// <inheritdoc cref="Elu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> x, float alpha) => ExponentialUnits<Single512, Vector512<float>>.Elu(x, alpha);

    /// <summary>Computes scale·x above 0, scale·alpha·(e^x - 1) below (Klambauer et al. 2017).</summary>
    /// <remarks>Error at most 2 ULP everywhere.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Selu(Vector128<float> x) => ExponentialUnits<Single128, Vector128<float>>.Selu(x);

    /// <inheritdoc cref="Selu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Selu(Vector256<float> x) => ExponentialUnits<Single256, Vector256<float>>.Selu(x);

    /// <inheritdoc cref="Selu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Selu(Vector512<float> x) => ExponentialUnits<Single512, Vector512<float>>.Selu(x);

    /// <summary>Computes x above 0, alpha·(e^(x/alpha) - 1) below (Barron 2017).</summary>
    /// <remarks>Error at most 3.5 ULP for positive alpha. For negative alpha, the rounding of x/alpha counts |x/alpha| times.</remarks>
    /// <param name="x">any numbers.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Celu(Vector128<float> x, float alpha) => ExponentialUnits<Single128, Vector128<float>>.Celu(x, alpha);

    /// <inheritdoc cref="Celu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Celu(Vector256<float> x, float alpha) => ExponentialUnits<Single256, Vector256<float>>.Celu(x, alpha);

    /// <inheritdoc cref="Celu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Celu(Vector512<float> x, float alpha) => ExponentialUnits<Single512, Vector512<float>>.Celu(x, alpha);
}
