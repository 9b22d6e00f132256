#if NET
using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Convolutions.Pools;
#endif
using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions.Scalar;

namespace NeuralGen.Kernels.Convolutions;

/// <summary>The passes of <see cref="PoolKernels"/> in either precision: the choice of loops.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TArithmetic">its arithmetic.</typeparam>
internal static class PoolPasses<T, TArithmetic>
#if NET
    where T : unmanaged, IFloatingPointIeee754<T>
#else
    where T : unmanaged
#endif
    where TArithmetic : struct, IArithmetic<T>
{
    public static void Max(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            PoolWindows<T>.Max(input, output, shape);
            return;
        }
#endif
        PoolLoops<T, TArithmetic>.Max(input, output, shape);
    }

    public static void MaxGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in PoolShape shape)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            PoolWindows<T>.MaxGradient(input, deltas, inputDeltas, shape);
            return;
        }
#endif
        PoolLoops<T, TArithmetic>.MaxGradient(input, deltas, inputDeltas, shape);
    }

    public static void Average(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, bool countPadding)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            PoolWindows<T>.Average(input, output, shape, countPadding);
            return;
        }
#endif
        PoolLoops<T, TArithmetic>.Average(input, output, shape, countPadding);
    }

    public static void AverageGradient(ReadOnlySpan<T> deltas, Span<T> inputDeltas, in PoolShape shape, bool countPadding)
    {
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            PoolWindows<T>.AverageGradient(deltas, inputDeltas, shape, countPadding);
            return;
        }
#endif
        PoolLoops<T, TArithmetic>.AverageGradient(deltas, inputDeltas, shape, countPadding);
    }
}
