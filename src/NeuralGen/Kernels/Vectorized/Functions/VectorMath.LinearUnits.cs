using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Rectified linear units.</content>
public static partial class VectorMath
{
    /// <summary>Computes x if x is not less than 0, else 0.</summary>
    /// <remarks>Exact. -0 stays -0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu(Vector128<float> x) => PlainFunctions<Single128, Vector128<float>, float>.Relu(x);

    /// <inheritdoc cref="Relu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu(Vector256<float> x) => PlainFunctions<Single256, Vector256<float>, float>.Relu(x);

    /// <inheritdoc cref="Relu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> x) => PlainFunctions<Single512, Vector512<float>, float>.Relu(x);

    /// <summary>Computes x held between 0 and 6.</summary>
    /// <remarks>Exact. -0 stays -0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu6(Vector128<float> x) => PlainFunctions<Single128, Vector128<float>, float>.Relu6(x);

    /// <inheritdoc cref="Relu6(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu6(Vector256<float> x) => PlainFunctions<Single256, Vector256<float>, float>.Relu6(x);

    /// <inheritdoc cref="Relu6(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu6(Vector512<float> x) => PlainFunctions<Single512, Vector512<float>, float>.Relu6(x);

    /// <summary>Computes x above 0, alpha·x below.</summary>
    /// <remarks>The product is rounded once.</remarks>
    /// <param name="x">any numbers.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyRelu(Vector128<float> x, float alpha) => PlainFunctions<Single128, Vector128<float>, float>.LeakyRelu(x, alpha);

    /// <inheritdoc cref="LeakyRelu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyRelu(Vector256<float> x, float alpha) => PlainFunctions<Single256, Vector256<float>, float>.LeakyRelu(x, alpha);

    /// <inheritdoc cref="LeakyRelu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyRelu(Vector512<float> x, float alpha) => PlainFunctions<Single512, Vector512<float>, float>.LeakyRelu(x, alpha);
}
