using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Copies of matrices with rows and columns exchanged.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class Transposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Copies source[row, column] to target[column, row].</summary>
    /// <param name="source">the matrix.</param>
    /// <param name="sourceRow">the distance of two rows in it.</param>
    /// <param name="rows">how many rows to copy.</param>
    /// <param name="columns">how many values of each.</param>
    /// <param name="target">where they go, without gaps.</param>
    public static void Copy(T* source, nint sourceRow, int rows, int columns, T* target)
    {
        // Whole groups of rows by vectors, as far as whole vectors fill the columns too.
        int row = 0, column = 0;
        if (typeof(T) == typeof(float) && Avx.IsSupported)
        {
            column = columns & -4;
            for (; row <= rows - 8; row += 8)
            {
                CopyEight((float*)(source + (row * sourceRow)), sourceRow, column, (float*)(target + row), rows);
            }
        }
        else if (typeof(T) == typeof(double) && Avx.IsSupported)
        {
            column = columns & -2;
            for (; row <= rows - 4; row += 4)
            {
                CopyFour((double*)(source + (row * sourceRow)), sourceRow, column, (double*)(target + row), rows);
            }
        }

        if (typeof(T) == typeof(float) && Sse.IsSupported)
        {
            column = columns & -4;
            for (; row <= rows - 4; row += 4)
            {
                CopyFour((float*)(source + (row * sourceRow)), sourceRow, column, (float*)(target + row), rows);
            }
        }

        CopySingly(source + column, sourceRow, row, columns - column, target + ((nint)column * rows), rows);
        CopySingly(source + (row * sourceRow), sourceRow, rows - row, columns, target + row, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CopySingly(T* source, nint sourceRow, int rows, int columns, T* target, nint targetRow)
    {
        for (; rows > 0; rows--, source += sourceRow, target++)
        {
            T* to = target;
            for (int column = 0; column < columns; column++, to += targetRow)
            {
                *to = source[column];
            }
        }
    }

    // One row in the lower half and the fourth after it in the upper half, then as four rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CopyEight(float* source, nint sourceRow, int columns, float* target, nint targetRow)
    {
        float* low = source + (4 * sourceRow);
        for (; columns != 0; columns -= 4, source += 4, low += 4, target += 4 * targetRow)
        {
            Vector256<float> row0 = Vector256.Create(Vector128.Load(source), Vector128.Load(low));
            Vector256<float> row1 = Vector256.Create(Vector128.Load(source + sourceRow), Vector128.Load(low + sourceRow));
            Vector256<float> row2 = Vector256.Create(Vector128.Load(source + (2 * sourceRow)), Vector128.Load(low + (2 * sourceRow)));
            Vector256<float> row3 = Vector256.Create(Vector128.Load(source + (3 * sourceRow)), Vector128.Load(low + (3 * sourceRow)));
            Vector256<double> left01 = Avx.UnpackLow(row0, row1).AsDouble(), right01 = Avx.UnpackHigh(row0, row1).AsDouble();
            Vector256<double> left23 = Avx.UnpackLow(row2, row3).AsDouble(), right23 = Avx.UnpackHigh(row2, row3).AsDouble();
            Avx.UnpackLow(left01, left23).AsSingle().Store(target);
            Avx.UnpackHigh(left01, left23).AsSingle().Store(target + targetRow);
            Avx.UnpackLow(right01, right23).AsSingle().Store(target + (2 * targetRow));
            Avx.UnpackHigh(right01, right23).AsSingle().Store(target + (3 * targetRow));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CopyFour(float* source, nint sourceRow, int columns, float* target, nint targetRow)
    {
        for (; columns != 0; columns -= 4, source += 4, target += 4 * targetRow)
        {
            Vector128<float> row0 = Vector128.Load(source), row1 = Vector128.Load(source + sourceRow);
            Vector128<float> row2 = Vector128.Load(source + (2 * sourceRow)), row3 = Vector128.Load(source + (3 * sourceRow));
            Vector128<float> left01 = Sse.UnpackLow(row0, row1), right01 = Sse.UnpackHigh(row0, row1);
            Vector128<float> left23 = Sse.UnpackLow(row2, row3), right23 = Sse.UnpackHigh(row2, row3);
            Sse.MoveLowToHigh(left01, left23).Store(target);
            Sse.MoveHighToLow(left23, left01).Store(target + targetRow);
            Sse.MoveLowToHigh(right01, right23).Store(target + (2 * targetRow));
            Sse.MoveHighToLow(right23, right01).Store(target + (3 * targetRow));
        }
    }

    // One row in the lower half and the second after it in the upper half.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CopyFour(double* source, nint sourceRow, int columns, double* target, nint targetRow)
    {
        double* low = source + (2 * sourceRow);
        for (; columns != 0; columns -= 2, source += 2, low += 2, target += 2 * targetRow)
        {
            Vector256<double> row0 = Vector256.Create(Vector128.Load(source), Vector128.Load(low));
            Vector256<double> row1 = Vector256.Create(Vector128.Load(source + sourceRow), Vector128.Load(low + sourceRow));
            Avx.UnpackLow(row0, row1).Store(target);
            Avx.UnpackHigh(row0, row1).Store(target + targetRow);
        }
    }
}
