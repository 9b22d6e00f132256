using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>The gradients.</content>
internal static unsafe partial class SoftmaxLoops
{
    public static void SoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int columns)
    {
        fixed (float* value = values, delta = deltas, target = inputDeltas)
        {
            for (int i = 0; i < values.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<float>.Count)
                {
                    SoftmaxGradients<Single512, Vector512<float>, float>.Gradient(value + i, delta + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<float>.Count)
                {
                    SoftmaxGradients<Single256, Vector256<float>, float>.Gradient(value + i, delta + i, target + i, columns);
                }
                else if (Vector128.IsHardwareAccelerated)
                {
                    SoftmaxGradients<Single128, Vector128<float>, float>.Gradient(value + i, delta + i, target + i, columns);
                }
                else
                {
                    SoftmaxRow.SoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
                }
            }
        }
    }

    public static void SoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int columns)
    {
        fixed (double* value = values, delta = deltas, target = inputDeltas)
        {
            for (int i = 0; i < values.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<double>.Count)
                {
                    SoftmaxGradients<Double512, Vector512<double>, double>.Gradient(value + i, delta + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<double>.Count)
                {
                    SoftmaxGradients<Double256, Vector256<double>, double>.Gradient(value + i, delta + i, target + i, columns);
                }
                else if (Vector128.IsHardwareAccelerated)
                {
                    SoftmaxGradients<Double128, Vector128<double>, double>.Gradient(value + i, delta + i, target + i, columns);
                }
                else
                {
                    SoftmaxRow.SoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
                }
            }
        }
    }

    public static void LogSoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int columns)
    {
        fixed (float* value = values, delta = deltas, target = inputDeltas)
        {
            for (int i = 0; i < values.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<float>.Count)
                {
                    SoftmaxRows<Single512, Vector512<float>>.LogSoftmaxGradient(value + i, delta + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<float>.Count)
                {
                    SoftmaxRows<Single256, Vector256<float>>.LogSoftmaxGradient(value + i, delta + i, target + i, columns);
                }
                else if (Vector128.IsHardwareAccelerated)
                {
                    SoftmaxRows<Single128, Vector128<float>>.LogSoftmaxGradient(value + i, delta + i, target + i, columns);
                }
                else
                {
                    SoftmaxRow.LogSoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
                }
            }
        }
    }

    public static void LogSoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int columns)
    {
        for (int i = 0; i < values.Length; i += columns)
        {
            SoftmaxRow.LogSoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
        }
    }
}
