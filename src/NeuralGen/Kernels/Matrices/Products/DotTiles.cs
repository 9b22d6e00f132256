using System.Numerics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Products of rows with rows, where vectors lie along the rows.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class DotTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds the product of every left row with every right row to sums.</summary>
    /// <param name="left">rows of the left matrix.</param>
    /// <param name="leftRows">their number.</param>
    /// <param name="right">rows of the right matrix.</param>
    /// <param name="rightRows">their number.</param>
    /// <param name="depth">the length of all rows: at least one vector.</param>
    /// <param name="sums">the results, one for each pair.</param>
    /// <param name="sumsRow">the distance of the results of two left rows.</param>
    /// <param name="sumsColumn">the distance of the results of two right rows.</param>
    public static void Add(T* left, int leftRows, T* right, int rightRows, int depth, T* sums, nint sumsRow, nint sumsColumn)
    {
        int row = 0, wholeColumns = rightRows & -4;
        if (TLanes.HasManyRegisters)
        {
            for (; row <= leftRows - 4; row += 4)
            {
                for (int column = 0; column < wholeColumns; column += 4)
                {
                    T* first = sums + (row * sumsRow) + (column * sumsColumn);
                    Add4By4(left + ((nint)row * depth), depth, right + ((nint)column * depth), depth, depth, first, sumsRow, sumsColumn);
                }
            }
        }

        for (; row <= leftRows - 2; row += 2)
        {
            for (int column = 0; column < wholeColumns; column += 4)
            {
                T* first = sums + (row * sumsRow) + (column * sumsColumn);
                Add2By4(left + ((nint)row * depth), depth, right + ((nint)column * depth), depth, depth, first, sumsRow, sumsColumn);
            }
        }

        for (int column = wholeColumns; row != 0 && column < rightRows; column++)
        {
            AddRow(right + ((nint)column * depth), left, row, depth, sums + (column * sumsColumn), sumsRow);
        }

        if (row != leftRows)
        {
            AddRow(left + ((nint)row * depth), right, rightRows, depth, sums + (row * sumsRow), sumsColumn);
        }
    }

    private static void AddRow(T* left, T* right, int rightRows, int depth, T* sums, nint sumsColumn)
    {
        for (; rightRows >= 8; rightRows -= 8, right += 8 * (nint)depth, sums += 8 * sumsColumn)
        {
            Add1By8(left, right, depth, depth, sums, sumsColumn);
        }

        if (rightRows >= 4)
        {
            Add1By4(left, right, depth, depth, sums, sumsColumn);
            rightRows -= 4;
            right += 4 * (nint)depth;
            sums += 4 * sumsColumn;
        }

        for (; rightRows != 0; rightRows--, right += depth, sums += sumsColumn)
        {
            Add1By1(left, right, depth, sums);
        }
    }
}
