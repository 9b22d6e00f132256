namespace NeuralGen;

/// <summary>The functions of rows, row by row.</summary>
internal static class SoftmaxLoops
{
    public static void Softmax(ReadOnlySpan<float> input, Span<float> output, int columns)
    {
        for (int i = 0; i < input.Length; i += columns)
        {
            SoftmaxRow.Softmax(input.Slice(i, columns), output.Slice(i, columns));
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
        for (int i = 0; i < input.Length; i += columns)
        {
            SoftmaxRow.LogSoftmax(input.Slice(i, columns), output.Slice(i, columns));
        }
    }

    public static void LogSoftmax(ReadOnlySpan<double> input, Span<double> output, int columns)
    {
        for (int i = 0; i < input.Length; i += columns)
        {
            SoftmaxRow.LogSoftmax(input.Slice(i, columns), output.Slice(i, columns));
        }
    }

    public static void SoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int columns)
    {
        for (int i = 0; i < values.Length; i += columns)
        {
            SoftmaxRow.SoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
        }
    }

    public static void SoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int columns)
    {
        for (int i = 0; i < values.Length; i += columns)
        {
            SoftmaxRow.SoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
        }
    }

    public static void LogSoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int columns)
    {
        for (int i = 0; i < values.Length; i += columns)
        {
            SoftmaxRow.LogSoftmaxGradient(values.Slice(i, columns), deltas.Slice(i, columns), inputDeltas.Slice(i, columns));
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
