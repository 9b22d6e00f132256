using System.ComponentModel;
using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Matrices;

namespace NeuralGen;

/// <summary>Products of matrices, which emitted networks call where both are computed.</summary>
/// <remarks>The methods are safe to call from any thread and allocate nothing; the order of additions, and with it the last bits,
/// depends on the vectors that the machine has. The sums must not overlap a factor.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MatrixKernels
{
    /// <summary>Computes sums[r, c] += Σ left[r, k]·right[k, c].</summary>
    /// <param name="left">[rows, depth], or [depth, rows] if it is transposed.</param>
    /// <param name="isLeftTransposed">whether it is.</param>
    /// <param name="right">[depth, columns], or [columns, depth] if it is transposed.</param>
    /// <param name="isRightTransposed">whether it is.</param>
    /// <param name="sums">[rows, columns]; added to.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="columns">the number of columns.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddProduct(
        ReadOnlySpan<float> left, bool isLeftTransposed, ReadOnlySpan<float> right, bool isRightTransposed, Span<float> sums, int rows, int columns) =>
        MatrixPasses<float, SingleArithmetic>.AddProduct(left, isLeftTransposed, right, isRightTransposed, sums, rows, columns);

    /// <inheritdoc cref="AddProduct(ReadOnlySpan{float}, bool, ReadOnlySpan{float}, bool, Span{float}, int, int)"/>
    public static void AddProduct(
        ReadOnlySpan<double> left, bool isLeftTransposed, ReadOnlySpan<double> right, bool isRightTransposed, Span<double> sums, int rows, int columns) =>
        MatrixPasses<double, DoubleArithmetic>.AddProduct(left, isLeftTransposed, right, isRightTransposed, sums, rows, columns);

    /// <summary>Exchanges rows and columns: output[m, c, r] = input[m, r, c].</summary>
    /// <param name="input">[matrices, rows, columns].</param>
    /// <param name="output">[matrices, columns, rows]; overwritten, and no part of the input.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="columns">the number of columns.</param>
    /// <param name="matrices">the number of matrices.</param>
    /// <typeparam name="T">the values' type.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public static void Transpose<T>(ReadOnlySpan<T> input, Span<T> output, int rows, int columns, int matrices)
        where T : unmanaged => ChannelOrder.Transpose(input, output, rows, columns, matrices);
}
