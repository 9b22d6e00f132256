using NeuralGen.Kernels.Functions;

namespace NeuralGen.Kernels.Elements;

/// <summary>The functions of rows, row by row and value by value.</summary>
internal static class ScalarRows
{
    public static void Values<TFunction>(ReadOnlySpan<float> input, Span<float> output, int columns, TFunction function)
        where TFunction : struct, IRowFunction
    {
        for (int i = 0; i < input.Length; i += columns)
        {
            function.Values(input.Slice(i, columns), output.Slice(i, columns));
        }
    }

    public static void Values<TFunction>(ReadOnlySpan<double> input, Span<double> output, int columns, TFunction function)
        where TFunction : struct, IRowFunction
    {
        for (int i = 0; i < input.Length; i += columns)
        {
            function.Values(input.Slice(i, columns), output.Slice(i, columns));
        }
    }

    public static void Gradients<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int columns, TFunction function)
        where TFunction : struct, IRowFunction
    {
        for (int i = 0; i < values.Length; i += columns)
        {
            function.Gradients(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
        }
    }

    public static void Gradients<TFunction>(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int columns, TFunction function)
        where TFunction : struct, IRowFunction
    {
        for (int i = 0; i < values.Length; i += columns)
        {
            function.Gradients(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
        }
    }
}
