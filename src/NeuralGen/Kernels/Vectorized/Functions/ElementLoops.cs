using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <summary>The elementwise functions with the widest vectors that the machine has.</summary>
internal static unsafe partial class ElementLoops
{
    public static void Values<TFunction>(ReadOnlySpan<float> input, Span<float> output, TFunction function)
        where TFunction : struct, ISingleValue
    {
        fixed (float* source = input, target = output)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                SingleLoops<Single512, Vector512<float>>.Values(source, target, output.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                SingleLoops<Single256, Vector256<float>>.Values(source, target, output.Length, function);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                SingleLoops<Single128, Vector128<float>>.Values(source, target, output.Length, function);
            }
            else
            {
                ScalarLoops.Values(input, output, function);
            }
        }
    }

    public static void PlainValues<TFunction>(ReadOnlySpan<float> input, Span<float> output, TFunction function)
        where TFunction : struct, IPlainValue
    {
        fixed (float* source = input, target = output)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                PlainLoops<Single512, Vector512<float>, float>.Values(source, target, output.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                PlainLoops<Single256, Vector256<float>, float>.Values(source, target, output.Length, function);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                PlainLoops<Single128, Vector128<float>, float>.Values(source, target, output.Length, function);
            }
            else
            {
                ScalarLoops.Values(input, output, function);
            }
        }
    }

    public static void PlainValues<TFunction>(ReadOnlySpan<double> input, Span<double> output, TFunction function)
        where TFunction : struct, IPlainValue
    {
        fixed (double* source = input, target = output)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                PlainLoops<Double512, Vector512<double>, double>.Values(source, target, output.Length, function);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                PlainLoops<Double256, Vector256<double>, double>.Values(source, target, output.Length, function);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                PlainLoops<Double128, Vector128<double>, double>.Values(source, target, output.Length, function);
            }
            else
            {
                ScalarLoops.Values(input, output, function);
            }
        }
    }
}
