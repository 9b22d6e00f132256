namespace NeuralGen;

/// <content>The functions of whole rows.</content>
public static partial class ActivationKernels
{
    /// <summary>Computes y[i] = e^x[i] / Σ e^x[j] for every row, with its largest value subtracted first so that nothing overflows.</summary>
    /// <param name="input">the values before activation, [rows, columns].</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="rows">the number of rows.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Softmax(ReadOnlySpan<float> input, Span<float> output, int rows)
    {
        CheckLengths(input.Length, output.Length);
        SoftmaxLoops.Softmax(input, output, Columns(nameof(input), input.Length, rows));
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void Softmax(ReadOnlySpan<double> input, Span<double> output, int rows)
    {
        CheckLengths(input.Length, output.Length);
        SoftmaxLoops.Softmax(input, output, Columns(nameof(input), input.Length, rows));
    }

    /// <summary>Computes y[i] = x[i] - ln Σ e^x[j] for every row, with its largest value subtracted first so that nothing overflows.</summary>
    /// <param name="input">the values before activation, [rows, columns].</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="rows">the number of rows.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void LogSoftmax(ReadOnlySpan<float> input, Span<float> output, int rows)
    {
        CheckLengths(input.Length, output.Length);
        SoftmaxLoops.LogSoftmax(input, output, Columns(nameof(input), input.Length, rows));
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmax(ReadOnlySpan<double> input, Span<double> output, int rows)
    {
        CheckLengths(input.Length, output.Length);
        SoftmaxLoops.LogSoftmax(input, output, Columns(nameof(input), input.Length, rows));
    }

    /// <summary>Computes the gradient of Softmax for every row: y[i]·(delta[i] - Σ y[j]·delta[j]).</summary>
    /// <param name="values">y, the results, [rows, columns].</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="rows">the number of rows.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void SoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int rows)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        SoftmaxLoops.SoftmaxGradient(values, deltas, inputDeltas, Columns(nameof(values), values.Length, rows));
    }

    /// <inheritdoc cref="SoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void SoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int rows)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        SoftmaxLoops.SoftmaxGradient(values, deltas, inputDeltas, Columns(nameof(values), values.Length, rows));
    }

    /// <summary>Computes the gradient of LogSoftmax for every row: delta[i] - e^y[i]·Σ delta[j].</summary>
    /// <param name="values">y, the results, [rows, columns].</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="rows">the number of rows.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void LogSoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int rows)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        SoftmaxLoops.LogSoftmaxGradient(values, deltas, inputDeltas, Columns(nameof(values), values.Length, rows));
    }

    /// <inheritdoc cref="LogSoftmaxGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public static void LogSoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int rows)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        SoftmaxLoops.LogSoftmaxGradient(values, deltas, inputDeltas, Columns(nameof(values), values.Length, rows));
    }
}
