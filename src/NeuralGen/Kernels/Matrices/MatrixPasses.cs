#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Matrices.Products;
#endif
using NeuralGen.Kernels.Arithmetic;

namespace NeuralGen.Kernels.Matrices;

/// <summary>The methods of <see cref="MatrixKernels"/> in either precision: checks, and the choice of loops.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TArithmetic">its arithmetic.</typeparam>
internal static class MatrixPasses<T, TArithmetic>
#if NET
    where T : unmanaged, IFloatingPointIeee754<T>
#else
    where T : unmanaged
#endif
    where TArithmetic : struct, IArithmetic<T>
{
    public static void AddProduct(
        ReadOnlySpan<T> left, bool isLeftTransposed, ReadOnlySpan<T> right, bool isRightTransposed, Span<T> sums, int rows, int columns)
    {
        Check(nameof(rows), rows);
        Check(nameof(columns), columns);
        int depth = left.Length / rows;
        Check(nameof(left), left.Length, rows, depth);
        Check(nameof(right), right.Length, depth, columns);
        Check(nameof(sums), sums.Length, rows, columns);
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            AddVectors(left, isLeftTransposed, right, isRightTransposed, sums, (rows, columns, depth));
            return;
        }
#endif
        AddValues(left, isLeftTransposed, right, isRightTransposed, sums, (rows, columns, depth));
    }

#if NET
    private static unsafe void AddVectors(
        ReadOnlySpan<T> left, bool isLeftTransposed, ReadOnlySpan<T> right, bool isRightTransposed, Span<T> sums, (int Rows, int Columns, int Depth) sizes)
    {
        fixed (T* leftFirst = &MemoryMarshal.GetReference(left), rightFirst = &MemoryMarshal.GetReference(right), sumsFirst = &MemoryMarshal.GetReference(sums))
        {
            MatrixProduct<T> product = new()
            {
                Left = leftFirst,
                LeftRow = isLeftTransposed ? 1 : sizes.Depth,
                LeftStep = isLeftTransposed ? sizes.Rows : 1,
                Right = rightFirst,
                RightStep = isRightTransposed ? sizes.Depth : sizes.Columns,
                RightIsTransposed = isRightTransposed,
                Sums = sumsFirst,
                SumsRow = sizes.Columns,
                Rows = sizes.Rows,
                Columns = sizes.Columns,
                Depth = sizes.Depth,
            };
            product.Add();
        }
    }
#endif

    /// <summary>The loops where there are no vectors.</summary>
    internal static void AddValues(
        ReadOnlySpan<T> left, bool isLeftTransposed, ReadOnlySpan<T> right, bool isRightTransposed, Span<T> sums, (int Rows, int Columns, int Depth) sizes)
    {
        TArithmetic arithmetic = default;
        (int rows, int columns, int depth) = sizes;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                T sum = sums[(row * columns) + column];
                for (int k = 0; k < depth; k++)
                {
                    T factor = left[isLeftTransposed ? (k * rows) + row : (row * depth) + k];
                    sum = arithmetic.MultiplyAdd(factor, right[isRightTransposed ? (column * depth) + k : (k * columns) + column], sum);
                }

                sums[(row * columns) + column] = sum;
            }
        }
    }

    private static void Check(string name, int count)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(name, count, "At least 1 is needed.");
        }
    }

    private static void Check(string name, int length, int rows, int columns)
    {
        if (length != (long)rows * columns)
        {
            SpanLength.Throw(name, length, (int)Math.Min(int.MaxValue, (long)rows * columns));
        }
    }
}
