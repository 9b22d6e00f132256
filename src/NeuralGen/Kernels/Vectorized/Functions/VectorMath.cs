using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <summary>Mathematical functions and activation functions on vectors of single-precision numbers, which emitted code
/// calls.</summary>
/// <remarks>
/// <para>All are straight-line code without tables and branches, the same for every width: a lane's result depends on
/// nothing but the lane, to the bit, on one machine. With and without fused multiply-add the last bits differ; the
/// stated errors hold for both. An error in ULP is counted in units in the last place of the exact value as a float,
/// which below the normal numbers are 2⁻¹⁴⁹.</para>
/// <para>The polynomials' coefficients were made for this file: minimax fits of the relative error (of 1 - erf: of the
/// absolute error) by Remez' exchange algorithm, then rounded.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    /// <summary>Computes left·right + addend, rounded once where the machine can, else twice.</summary>
    /// <param name="left">a factor.</param>
    /// <param name="right">the other factor.</param>
    /// <param name="addend">what is added to the product.</param>
    /// <returns>the sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        Single128.MultiplyAdd(left, right, addend);

    /// <inheritdoc cref="MultiplyAdd(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Single256.MultiplyAdd(left, right, addend);

    /// <inheritdoc cref="MultiplyAdd(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Single512.MultiplyAdd(left, right, addend);

    /// <inheritdoc cref="MultiplyAdd(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) =>
        Double128.MultiplyAdd(left, right, addend);

    /// <inheritdoc cref="MultiplyAdd(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) =>
        Double256.MultiplyAdd(left, right, addend);

    /// <inheritdoc cref="MultiplyAdd(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
        Double512.MultiplyAdd(left, right, addend);
}
