using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Elements.Vectorized;

/// <summary>Normalisation of rows with hardware vectors, narrow ones for narrow rows.</summary>
internal static unsafe class NormalizationLoops
{
    public static void Values<T>(
        ReadOnlySpan<T> input, Span<T> output, int columns, ReadOnlySpan<T> gamma, ReadOnlySpan<T> beta, int inner, T epsilon, bool hasMean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Factors that neighbours share are spread over vectors no longer than what shares them.
        int shared = inner > 1 ? inner : columns;
        fixed (T* source = input, target = output, factors = gamma, offsets = beta)
        {
            for (int row = 0; row < input.Length; row += columns)
            {
                int first = inner == 0 ? 0 : row / inner;
                T* factor = factors is null ? null : factors + first, offset = offsets is null ? null : offsets + first;
                if (Vector512.IsHardwareAccelerated && shared > Vector256<T>.Count)
                {
                    NormalizationLanes<Lanes512<T>, Vector512<T>, T>.Row(source + row, target + row, columns, factor, offset, inner, epsilon, hasMean);
                }
                else if (Vector256.IsHardwareAccelerated && shared > Vector128<T>.Count)
                {
                    NormalizationLanes<Lanes256<T>, Vector256<T>, T>.Row(source + row, target + row, columns, factor, offset, inner, epsilon, hasMean);
                }
                else
                {
                    NormalizationLanes<Lanes128<T>, Vector128<T>, T>.Row(source + row, target + row, columns, factor, offset, inner, epsilon, hasMean);
                }
            }
        }
    }
}
