#if NET
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Convolutions;

/// <summary>Exchanges rows and columns where one of them are two, three or four, such as the colours of a picture.</summary>
internal static unsafe class Interleaving
{
    /// <summary>The most rows or columns that are few.</summary>
    public const int Most = 4;

    /// <summary>Makes columns of a few rows: target[column, row] = source[row, column].</summary>
    /// <param name="source">[rows, columns].</param>
    /// <param name="rows">two to four.</param>
    /// <param name="columns">the number of columns.</param>
    /// <param name="target">[columns, rows].</param>
    /// <returns>how many columns were copied: whole vectors.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Join(float* source, int rows, int columns, float* target)
    {
        float* second = source + columns, third = second + columns, fourth = third + columns;
        int column = 0, lanes = Vector<float>.Count;
        for (; column <= columns - lanes; column += lanes, target += rows * lanes)
        {
            Vector<float> one = Unsafe.ReadUnaligned<Vector<float>>(source + column), two = Unsafe.ReadUnaligned<Vector<float>>(second + column);
            Vector<float> three = default, four = default;
            switch (rows)
            {
                case 2:
                    RowLanes.Join(ref one, ref two);
                    break;
                case 3:
                    three = Unsafe.ReadUnaligned<Vector<float>>(third + column);
                    RowLanes.Join(ref one, ref two, ref three);
                    break;
                default:
                    three = Unsafe.ReadUnaligned<Vector<float>>(third + column);
                    four = Unsafe.ReadUnaligned<Vector<float>>(fourth + column);
                    RowLanes.Join(ref one, ref two, ref three, ref four);
                    Unsafe.WriteUnaligned(target + (3 * lanes), four);
                    break;
            }

            Unsafe.WriteUnaligned(target, one);
            Unsafe.WriteUnaligned(target + lanes, two);
            if (rows > 2)
            {
                Unsafe.WriteUnaligned(target + (2 * lanes), three);
            }
        }

        return column;
    }

    /// <summary>Makes a few rows of columns: target[row, column] = source[column, row].</summary>
    /// <param name="source">[columns, rows].</param>
    /// <param name="rows">two to four.</param>
    /// <param name="columns">the number of columns.</param>
    /// <param name="target">[rows, columns].</param>
    /// <returns>how many columns were copied: whole vectors.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Split(float* source, int rows, int columns, float* target)
    {
        float* second = target + columns, third = second + columns, fourth = third + columns;
        int column = 0, lanes = Vector<float>.Count;
        for (; column <= columns - lanes; column += lanes, source += rows * lanes)
        {
            Vector<float> one = Unsafe.ReadUnaligned<Vector<float>>(source), two = Unsafe.ReadUnaligned<Vector<float>>(source + lanes);
            Vector<float> three, four;
            switch (rows)
            {
                case 2:
                    RowLanes.Split(ref one, ref two);
                    break;
                case 3:
                    three = Unsafe.ReadUnaligned<Vector<float>>(source + (2 * lanes));
                    RowLanes.Split(ref one, ref two, ref three);
                    Unsafe.WriteUnaligned(third + column, three);
                    break;
                default:
                    three = Unsafe.ReadUnaligned<Vector<float>>(source + (2 * lanes));
                    four = Unsafe.ReadUnaligned<Vector<float>>(source + (3 * lanes));
                    RowLanes.Split(ref one, ref two, ref three, ref four);
                    Unsafe.WriteUnaligned(third + column, three);
                    Unsafe.WriteUnaligned(fourth + column, four);
                    break;
            }

            Unsafe.WriteUnaligned(target + column, one);
            Unsafe.WriteUnaligned(second + column, two);
        }

        return column;
    }
}
#endif
