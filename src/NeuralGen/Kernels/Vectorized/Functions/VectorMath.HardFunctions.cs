using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Functions put together from straight lines, and softsign.</content>
public static partial class VectorMath
{
    /// <summary>Computes (x + 3) / 6 held between 0 and 1.</summary>
    /// <remarks>To the bit what the scalar formula gives.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSigmoid(Vector128<float> x) => PlainFunctions<Single128, Vector128<float>, float>.HardSigmoid(x);

    /// <inheritdoc cref="HardSigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSigmoid(Vector256<float> x) => PlainFunctions<Single256, Vector256<float>, float>.HardSigmoid(x);

    /// <inheritdoc cref="HardSigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoid(Vector512<float> x) => PlainFunctions<Single512, Vector512<float>, float>.HardSigmoid(x);

    /// <summary>Computes x·(x + 3) / 6, with x + 3 held between 0 and 6.</summary>
    /// <remarks>To the bit what the scalar formula gives; NaN for -∞.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwish(Vector128<float> x) => PlainFunctions<Single128, Vector128<float>, float>.HardSwish(x);

    /// <inheritdoc cref="HardSwish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwish(Vector256<float> x) => PlainFunctions<Single256, Vector256<float>, float>.HardSwish(x);

    /// <inheritdoc cref="HardSwish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> x) => PlainFunctions<Single512, Vector512<float>, float>.HardSwish(x);

    /// <summary>Computes x held between -1 and 1.</summary>
    /// <remarks>Exact. -0 stays -0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardTanh(Vector128<float> x) => PlainFunctions<Single128, Vector128<float>, float>.HardTanh(x);

    /// <inheritdoc cref="HardTanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardTanh(Vector256<float> x) => PlainFunctions<Single256, Vector256<float>, float>.HardTanh(x);

    /// <inheritdoc cref="HardTanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardTanh(Vector512<float> x) => PlainFunctions<Single512, Vector512<float>, float>.HardTanh(x);

    /// <summary>Computes x / (1 + |x|).</summary>
    /// <remarks>To the bit what the scalar formula gives; NaN for ±∞.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softsign(Vector128<float> x) => PlainFunctions<Single128, Vector128<float>, float>.Softsign(x);

    /// <inheritdoc cref="Softsign(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softsign(Vector256<float> x) => PlainFunctions<Single256, Vector256<float>, float>.Softsign(x);

    /// <inheritdoc cref="Softsign(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softsign(Vector512<float> x) => PlainFunctions<Single512, Vector512<float>, float>.Softsign(x);
}
