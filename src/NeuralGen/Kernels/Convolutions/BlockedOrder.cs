#if NET
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Convolutions;

/// <summary>Exchanges rows and columns of values of 32 bits, whatever they are, by blocks.</summary>
internal static unsafe class BlockedOrder
{
    // Columns that are copied together: a few cache lines of each row.
    private const int BlockColumns = 64;

    /// <summary>Copies input[sample, row, column] to output[sample, column, row].</summary>
    /// <param name="input">the values.</param>
    /// <param name="output">receives them.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="columns">the number of columns.</param>
    /// <param name="samples">the number of matrices.</param>
    /// <typeparam name="T">a type of 32 bits.</typeparam>
    public static void Transpose<T>(ReadOnlySpan<T> input, Span<T> output, int rows, int columns, int samples)
        where T : unmanaged
    {
        fixed (T* first = input, target = output)
        {
            for (int sample = 0; sample < samples; sample++)
            {
                nint start = sample * (nint)rows * columns;
                float* source = (float*)first + start, result = (float*)target + start;
                if (columns <= Interleaving.Most && columns > 1 && columns < rows)
                {
                    int row = Interleaving.Split(source, columns, rows, result);
                    CopyRest(source, row, rows, columns, result);
                    continue;
                }

                // What vectors leave of a few rows goes as columns.
                int done = rows is > 1 and <= Interleaving.Most ? Interleaving.Join(source, rows, columns, result) : 0;
                for (int column = done; column < columns; column += BlockColumns)
                {
                    Transposition<float>.Copy(source + column, columns, rows, Math.Min(BlockColumns, columns - column), result + (column * (nint)rows));
                }
            }
        }
    }

    private static void CopyRest(float* source, int firstRow, int rows, int columns, float* target)
    {
        for (int row = firstRow; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                target[((nint)column * rows) + row] = source[((nint)row * columns) + column];
            }
        }
    }
}
#endif
