using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Elements.Vectorized;

/// <summary>The functions of rows with hardware vectors, narrow ones for narrow rows.</summary>
internal static unsafe class RowLoops
{
    public static void Values<T, TFunction>(ReadOnlySpan<T> input, Span<T> output, int columns, TFunction function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IRowFunction
    {
        fixed (T* source = input, target = output)
        {
            for (int i = 0; i < input.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<T>.Count)
                {
                    function.Values<Lanes512<T>, Vector512<T>, T>(source + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<T>.Count)
                {
                    function.Values<Lanes256<T>, Vector256<T>, T>(source + i, target + i, columns);
                }
                else
                {
                    function.Values<Lanes128<T>, Vector128<T>, T>(source + i, target + i, columns);
                }
            }
        }
    }

    public static void Gradients<T, TFunction>(ReadOnlySpan<T> values, ReadOnlySpan<T> deltas, Span<T> inputDeltas, int columns, TFunction function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IRowFunction
    {
        fixed (T* value = values, delta = deltas, target = inputDeltas)
        {
            for (int i = 0; i < values.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<T>.Count)
                {
                    function.Gradients<Lanes512<T>, Vector512<T>, T>(value + i, delta + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<T>.Count)
                {
                    function.Gradients<Lanes256<T>, Vector256<T>, T>(value + i, delta + i, target + i, columns);
                }
                else
                {
                    function.Gradients<Lanes128<T>, Vector128<T>, T>(value + i, delta + i, target + i, columns);
                }
            }
        }
    }
}
