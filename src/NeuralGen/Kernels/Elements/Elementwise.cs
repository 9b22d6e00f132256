#if NET
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Elements.Vectorized;
#endif
using System.ComponentModel;
using NeuralGen.Kernels.Elements;
using NeuralGen.Kernels.Functions;

namespace NeuralGen;

/// <summary>Applies activation functions to the values of whole layers or batches, and their gradients, which emitted networks
/// call.</summary>
/// <remarks>
/// <para>In single precision they run on hardware vectors where the machine has any; the functions state their largest errors.
/// Otherwise the results are those of the scalar formulas, and in double precision too.</para>
/// <para>The methods are safe to call from any thread and allocate nothing. A value's result depends on nothing but the
/// value and the machine: not on its position or the number of values. The span that is written may be one of those that are
/// read; it must not overlap them otherwise.</para>
/// <para>Gradients take the deltas, the derivatives of the loss by the function's results, and write those by its
/// arguments. They are written with the function's results y where that is possible, else with its arguments x. At a
/// corner they take what PyTorch takes.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise
{
    /// <summary>Computes y = f(x) for every value.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Apply<TFunction>(ReadOnlySpan<float> input, Span<float> output, TFunction function)
        where TFunction : struct, IElementFunction
    {
        CheckLength(nameof(output), output.Length, input.Length);
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            ElementLoops.Values(input, output, function);
            return;
        }
#endif
        ScalarLoops.Values(input, output, function);
    }

    /// <inheritdoc cref="Apply{TFunction}(ReadOnlySpan{float}, Span{float}, TFunction)"/>
    public static void Apply<TFunction>(ReadOnlySpan<double> input, Span<double> output, TFunction function)
        where TFunction : struct, IElementFunction
    {
        CheckLength(nameof(output), output.Length, input.Length);
#if NET
        if (Vector128.IsHardwareAccelerated && function.IsPlain)
        {
            ElementLoops.Values(input, output, function);
            return;
        }
#endif
        ScalarLoops.Values(input, output, function);
    }

    /// <summary>Computes the derivatives of the loss by the values before activation.</summary>
    /// <param name="values">y, the function's results, or x, its arguments: what the function's gradient is written with.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Gradient<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction
    {
        CheckLength(nameof(deltas), deltas.Length, values.Length);
        CheckLength(nameof(inputDeltas), inputDeltas.Length, values.Length);
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            ElementLoops.Gradients(values, deltas, inputDeltas, function);
            return;
        }
#endif
        ScalarLoops.Gradients(values, deltas, inputDeltas, function);
    }

    /// <inheritdoc cref="Gradient{TFunction}(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, TFunction)"/>
    public static void Gradient<TFunction>(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction
    {
        CheckLength(nameof(deltas), deltas.Length, values.Length);
        CheckLength(nameof(inputDeltas), inputDeltas.Length, values.Length);
#if NET
        if (Vector128.IsHardwareAccelerated && function.HasPlainGradient)
        {
            ElementLoops.Gradients(values, deltas, inputDeltas, function);
            return;
        }
#endif
        ScalarLoops.Gradients(values, deltas, inputDeltas, function);
    }

    /// <summary>Multiplies every row by the same factors: output[r, c] = values[r, c]·factors[c].</summary>
    /// <param name="values">[rows, columns].</param>
    /// <param name="factors">one for each column.</param>
    /// <param name="output">receives a value each; may be the values.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Scale(ReadOnlySpan<float> values, ReadOnlySpan<float> factors, Span<float> output)
    {
        CheckLength(nameof(output), output.Length, values.Length);
        int columns = factors.Length;
        CheckLength(nameof(values), values.Length, columns == 0 ? 0 : values.Length / columns * columns);
#if NET
        if (Vector128.IsHardwareAccelerated && columns >= Vector128<float>.Count)
        {
            ScaleLoops.Rows(values, factors, output);
            return;
        }
#endif
        for (int row = 0; row < values.Length; row += columns)
        {
            for (int i = 0; i < factors.Length; i++)
            {
                output[row + i] = values[row + i] * factors[i];
            }
        }
    }

    private static void CheckLength(string name, int actual, int expected)
    {
        if (actual != expected)
        {
            SpanLength.Throw(name, actual, expected);
        }
    }
}
