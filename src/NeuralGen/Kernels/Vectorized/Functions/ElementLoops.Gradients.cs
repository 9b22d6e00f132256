using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>The gradients.</content>
internal static unsafe partial class ElementLoops
{
    public static void Gradients<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, TFunction function)
        where TFunction : struct, ISingleGradient
    {
        fixed (float* value = values, delta = deltas, target = inputDeltas)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                SingleLoops<Single512, Vector512<float>>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                SingleLoops<Single256, Vector256<float>>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                SingleLoops<Single128, Vector128<float>>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else
            {
                ScalarLoops.Gradients(values, deltas, inputDeltas, function);
            }
        }
    }

    public static void PlainGradients<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, TFunction function)
        where TFunction : struct, IPlainGradient
    {
        fixed (float* value = values, delta = deltas, target = inputDeltas)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                PlainLoops<Single512, Vector512<float>, float>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                PlainLoops<Single256, Vector256<float>, float>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                PlainLoops<Single128, Vector128<float>, float>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else
            {
                ScalarLoops.Gradients(values, deltas, inputDeltas, function);
            }
        }
    }

    public static void PlainGradients<TFunction>(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, TFunction function)
        where TFunction : struct, IPlainGradient
    {
        fixed (double* value = values, delta = deltas, target = inputDeltas)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                PlainLoops<Double512, Vector512<double>, double>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                PlainLoops<Double256, Vector256<double>, double>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                PlainLoops<Double128, Vector128<double>, double>.Gradients(value, delta, target, inputDeltas.Length, function);
            }
            else
            {
                ScalarLoops.Gradients(values, deltas, inputDeltas, function);
            }
        }
    }
}
