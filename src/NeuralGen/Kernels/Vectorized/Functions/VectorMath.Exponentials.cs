using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Exponential functions.</content>
public static partial class VectorMath
{
    /// <summary>Computes e^x.</summary>
    /// <remarks>Error at most 1.01 ULP everywhere, results below the normal numbers included. Above 88.72 infinity, below
    /// -103.97 zero.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Exponentials<Single128, Vector128<float>>.Exp(x);

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Exponentials<Single256, Vector256<float>>.Exp(x);

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Exponentials<Single512, Vector512<float>>.Exp(x);

    /// <summary>Computes e^x - 1 without losing digits near zero.</summary>
    /// <remarks>Error at most 1.5 ULP everywhere. -0 stays -0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ExpMinusOne(Vector128<float> x) => Exponentials<Single128, Vector128<float>>.ExpMinusOne(x);

    /// <inheritdoc cref="ExpMinusOne(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpMinusOne(Vector256<float> x) => Exponentials<Single256, Vector256<float>>.ExpMinusOne(x);

    /// <inheritdoc cref="ExpMinusOne(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpMinusOne(Vector512<float> x) => Exponentials<Single512, Vector512<float>>.ExpMinusOne(x);
}
