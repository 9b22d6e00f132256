using NeuralGen.Kernels.Functions;

namespace NeuralGen.Kernels.Elements;

/// <summary>The elementwise functions, value by value.</summary>
internal static class ScalarLoops
{
    public static void Values<TFunction>(ReadOnlySpan<float> input, Span<float> output, TFunction function)
        where TFunction : struct, IElementFunction
    {
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = function.Value(input[i]);
        }
    }

    public static void Values<TFunction>(ReadOnlySpan<double> input, Span<double> output, TFunction function)
        where TFunction : struct, IElementFunction
    {
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = function.Value(input[i]);
        }
    }

    public static void Gradients<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction
    {
        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = function.Gradient(values[i], deltas[i]);
        }
    }

    public static void Gradients<TFunction>(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction
    {
        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = function.Gradient(values[i], deltas[i]);
        }
    }
}
