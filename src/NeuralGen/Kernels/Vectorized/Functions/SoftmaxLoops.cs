using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <summary>The functions of rows: in single precision with hardware vectors, narrow ones for narrow rows; in double
/// precision by the formulas.</summary>
internal static unsafe partial class SoftmaxLoops
{
    public static void Softmax(ReadOnlySpan<float> input, Span<float> output, int columns)
    {
        fixed (float* source = input, target = output)
        {
            for (int i = 0; i < input.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<float>.Count)
                {
                    SoftmaxRows<Single512, Vector512<float>>.Softmax(source + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<float>.Count)
                {
                    SoftmaxRows<Single256, Vector256<float>>.Softmax(source + i, target + i, columns);
                }
                else if (Vector128.IsHardwareAccelerated)
                {
                    SoftmaxRows<Single128, Vector128<float>>.Softmax(source + i, target + i, columns);
                }
                else
                {
                    SoftmaxRow.Softmax(input.Slice(i, columns), output.Slice(i, columns));
                }
            }
        }
    }

    public static void Softmax(ReadOnlySpan<double> input, Span<double> output, int columns)
    {
        for (int i = 0; i < input.Length; i += columns)
        {
            SoftmaxRow.Softmax(input.Slice(i, columns), output.Slice(i, columns));
        }
    }

    public static void LogSoftmax(ReadOnlySpan<float> input, Span<float> output, int columns)
    {
        fixed (float* source = input, target = output)
        {
            for (int i = 0; i < input.Length; i += columns)
            {
                if (Vector512.IsHardwareAccelerated && columns > Vector256<float>.Count)
                {
                    SoftmaxRows<Single512, Vector512<float>>.LogSoftmax(source + i, target + i, columns);
                }
                else if (Vector256.IsHardwareAccelerated && columns > Vector128<float>.Count)
                {
                    SoftmaxRows<Single256, Vector256<float>>.LogSoftmax(source + i, target + i, columns);
                }
                else if (Vector128.IsHardwareAccelerated)
                {
                    SoftmaxRows<Single128, Vector128<float>>.LogSoftmax(source + i, target + i, columns);
                }
                else
                {
                    SoftmaxRow.LogSoftmax(input.Slice(i, columns), output.Slice(i, columns));
                }
            }
        }
    }

    public static void LogSoftmax(ReadOnlySpan<double> input, Span<double> output, int columns)
    {
        for (int i = 0; i < input.Length; i += columns)
        {
            SoftmaxRow.LogSoftmax(input.Slice(i, columns), output.Slice(i, columns));
        }
    }
}
