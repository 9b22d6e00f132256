#if NET
using NeuralGen.Kernels.Elements.Vectorized;
#else
using NeuralGen.Kernels.Elements;
#endif
using System.ComponentModel;

namespace NeuralGen;

/// <summary>Normalises rows by their own statistics, which emitted networks call: layer normalisation (Ba, Kiros and Hinton 2016), instance and
/// group normalisation (Ulyanov, Vedaldi and Lempitsky 2016; Wu and He 2018), and root mean squares (Zhang and Sennrich 2019).</summary>
/// <remarks>Input and output may be the same memory, and else must not overlap.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowNormalization
{
    /// <summary>Computes (x - mean) / √(biased variance + ε)·gamma + beta.</summary>
    /// <param name="input">[rows, columns].</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="gamma">the factors, or nothing for 1.</param>
    /// <param name="beta">the offsets, or nothing for 0.</param>
    /// <param name="inner">how many neighbouring values share a factor and an offset; 0 where every row has the same ones, one for each column.</param>
    /// <param name="epsilon">what keeps the root from zero.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Apply(ReadOnlySpan<float> input, Span<float> output, int rows, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, int inner, float epsilon)
    {
        int columns = Columns(input.Length, output.Length, rows, gamma.Length, beta.Length, inner);
#if NET
        NormalizationLoops.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: true);
#else
        ScalarNormalization.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: true);
#endif
    }

    /// <inheritdoc cref="Apply(ReadOnlySpan{float}, Span{float}, int, ReadOnlySpan{float}, ReadOnlySpan{float}, int, float)"/>
    public static void Apply(ReadOnlySpan<double> input, Span<double> output, int rows, ReadOnlySpan<double> gamma, ReadOnlySpan<double> beta, int inner, double epsilon)
    {
        int columns = Columns(input.Length, output.Length, rows, gamma.Length, beta.Length, inner);
#if NET
        NormalizationLoops.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: true);
#else
        ScalarNormalization.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: true);
#endif
    }

    /// <summary>Computes x / √(mean of squares + ε)·gamma + beta.</summary>
    /// <inheritdoc cref="Apply(ReadOnlySpan{float}, Span{float}, int, ReadOnlySpan{float}, ReadOnlySpan{float}, int, float)"/>
    public static void ApplyRoot(ReadOnlySpan<float> input, Span<float> output, int rows, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, int inner, float epsilon)
    {
        int columns = Columns(input.Length, output.Length, rows, gamma.Length, beta.Length, inner);
#if NET
        NormalizationLoops.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: false);
#else
        ScalarNormalization.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: false);
#endif
    }

    /// <inheritdoc cref="ApplyRoot(ReadOnlySpan{float}, Span{float}, int, ReadOnlySpan{float}, ReadOnlySpan{float}, int, float)"/>
    public static void ApplyRoot(ReadOnlySpan<double> input, Span<double> output, int rows, ReadOnlySpan<double> gamma, ReadOnlySpan<double> beta, int inner, double epsilon)
    {
        int columns = Columns(input.Length, output.Length, rows, gamma.Length, beta.Length, inner);
#if NET
        NormalizationLoops.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: false);
#else
        ScalarNormalization.Values(input, output, columns, gamma, beta, inner, epsilon, hasMean: false);
#endif
    }

    private static int Columns(int input, int output, int rows, int gamma, int beta, int inner)
    {
        if (rows < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows is negative.");
        }

        if (inner < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(inner), inner, "The number of values is negative.");
        }

        Check(nameof(output), output, input);
        int columns = rows == 0 ? 0 : input / rows;
        Check(nameof(input), input, columns * rows);
        int factors = inner == 0 ? columns : input / inner;
        if (inner > 0)
        {
            Check(nameof(input), input, factors * inner);
            Check(nameof(inner), inner, inner == 1 || columns % inner == 0 ? inner : columns);
        }

        Check(nameof(gamma), gamma, gamma == 0 ? 0 : factors);
        Check(nameof(beta), beta, beta == 0 ? 0 : factors);
        return columns;
    }

    private static void Check(string name, int actual, int expected)
    {
        if (actual != expected)
        {
            SpanLength.Throw(name, actual, expected);
        }
    }
}
