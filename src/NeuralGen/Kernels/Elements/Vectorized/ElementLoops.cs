using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Elements.Vectorized;

/// <summary>The elementwise functions with the widest vectors that the machine has.</summary>
internal static unsafe class ElementLoops
{
    public static void Values<T, TFunction>(ReadOnlySpan<T> input, Span<T> output, TFunction function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IElementFunction
    {
        fixed (T* source = input, target = output)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                LaneLoops<Lanes512<T>, Vector512<T>, T>.Values(source, target, output.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                LaneLoops<Lanes256<T>, Vector256<T>, T>.Values(source, target, output.Length, function);
            }
            else
            {
                LaneLoops<Lanes128<T>, Vector128<T>, T>.Values(source, target, output.Length, function);
            }
        }
    }

    public static void Gradients<T, TFunction>(ReadOnlySpan<T> values, ReadOnlySpan<T> deltas, Span<T> inputDeltas, TFunction function)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IElementFunction
    {
        fixed (T* value = values, delta = deltas, target = inputDeltas)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                LaneLoops<Lanes512<T>, Vector512<T>, T>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                LaneLoops<Lanes256<T>, Vector256<T>, T>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else
            {
                LaneLoops<Lanes128<T>, Vector128<T>, T>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
        }
    }
}
