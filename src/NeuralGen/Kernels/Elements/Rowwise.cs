#if NET
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Elements.Vectorized;
#endif
using System.ComponentModel;
using NeuralGen.Kernels.Elements;
using NeuralGen.Kernels.Functions;

namespace NeuralGen;

/// <summary>Applies activation functions of whole rows to batches, and their gradients, which emitted networks call.</summary>
/// <remarks>What <see cref="Elementwise"/> says of values holds for rows here.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rowwise
{
    /// <summary>Computes the function of every row.</summary>
    /// <param name="input">the values before activation, [rows, columns].</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Apply<TFunction>(ReadOnlySpan<float> input, Span<float> output, int rows, TFunction function)
        where TFunction : struct, IRowFunction
    {
        CheckLength(nameof(output), output.Length, input.Length);
        int columns = Columns(nameof(input), input.Length, rows);
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            RowLoops.Values(input, output, columns, function);
            return;
        }
#endif
        ScalarRows.Values(input, output, columns, function);
    }

    /// <inheritdoc cref="Apply{TFunction}(ReadOnlySpan{float}, Span{float}, int, TFunction)"/>
    public static void Apply<TFunction>(ReadOnlySpan<double> input, Span<double> output, int rows, TFunction function)
        where TFunction : struct, IRowFunction
    {
        CheckLength(nameof(output), output.Length, input.Length);
        ScalarRows.Values(input, output, Columns(nameof(input), input.Length, rows), function);
    }

    /// <summary>Computes the derivatives of the loss by the values before activation for every row.</summary>
    /// <param name="values">y, the function's results, [rows, columns].</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Gradient<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int rows, TFunction function)
        where TFunction : struct, IRowFunction
    {
        CheckLength(nameof(deltas), deltas.Length, values.Length);
        CheckLength(nameof(inputDeltas), inputDeltas.Length, values.Length);
        int columns = Columns(nameof(values), values.Length, rows);
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            RowLoops.Gradients(values, deltas, inputDeltas, columns, function);
            return;
        }
#endif
        ScalarRows.Gradients(values, deltas, inputDeltas, columns, function);
    }

    /// <inheritdoc cref="Gradient{TFunction}(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int, TFunction)"/>
    public static void Gradient<TFunction>(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int rows, TFunction function)
        where TFunction : struct, IRowFunction
    {
        CheckLength(nameof(deltas), deltas.Length, values.Length);
        CheckLength(nameof(inputDeltas), inputDeltas.Length, values.Length);
        int columns = Columns(nameof(values), values.Length, rows);
#if NET
        if (Vector128.IsHardwareAccelerated && function.HasPlainGradient)
        {
            RowLoops.Gradients(values, deltas, inputDeltas, columns, function);
            return;
        }
#endif
        ScalarRows.Gradients(values, deltas, inputDeltas, columns, function);
    }

    private static void CheckLength(string name, int actual, int expected)
    {
        if (actual != expected)
        {
            SpanLength.Throw(name, actual, expected);
        }
    }

    private static int Columns(string name, int length, int rows)
    {
        if (rows < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows is negative.");
        }

        int columns = rows == 0 ? 0 : length / rows;
        CheckLength(name, length, columns * rows);
        return columns;
    }
}
