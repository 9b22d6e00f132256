using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Matrix products strip by strip: columns as wide as one or two vectors.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class Strips<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds the product to all columns that these vectors fit.</summary>
    /// <param name="product">what is computed.</param>
    /// <param name="column">the first column.</param>
    /// <param name="panel">room for a strip of a transposed matrix.</param>
    /// <returns>the first column that is left.</returns>
    public static int Add(in MatrixProduct<T> product, int column, T* panel)
    {
        if (product.Rows == 1 && !product.RightIsTransposed)
        {
            column = AddRow(product, column);
        }

        nint rightStep = product.RightStep;
        for (; product.Columns - column >= 2 * TLanes.Count; column += 2 * TLanes.Count)
        {
            T* right = Right(product, column, 2 * TLanes.Count, panel, ref rightStep);
            PairTiles<TLanes, TVector, T>.Add(product, right, rightStep, column);
        }

        if (product.Columns - column >= TLanes.Count)
        {
            T* right = Right(product, column, TLanes.Count, panel, ref rightStep);
            SingleTiles<TLanes, TVector, T>.Add(product, right, rightStep, column, TLanes.Count);
            column += TLanes.Count;
        }

        // Three values fill most of a vector of four: one vector that ends with the matrix beats a narrower one and a rest.
        int rest = product.Columns - column;
        if (rest > 0 && product.Columns >= TLanes.Count && (rest > TLanes.Count / 2 || TLanes.Count * sizeof(T) == 16))
        {
            int last = product.Columns - TLanes.Count;
            T* right = Right(product, last, TLanes.Count, panel, ref rightStep);
            SingleTiles<TLanes, TVector, T>.Add(product, right, rightStep, last, rest);
            column = product.Columns;
        }

        return column;
    }

    private static int AddRow(in MatrixProduct<T> product, int column)
    {
        for (; product.Columns - column >= 8 * TLanes.Count; column += 8 * TLanes.Count)
        {
            RowTiles<TLanes, TVector, T>.Add8(
                product.Left, product.LeftStep, product.Right + column, product.RightStep, product.Sums + column, product.Depth);
        }

        if (product.Columns - column >= 4 * TLanes.Count)
        {
            RowTiles<TLanes, TVector, T>.Add4(
                product.Left, product.LeftStep, product.Right + column, product.RightStep, product.Sums + column, product.Depth);
            column += 4 * TLanes.Count;
        }

        return column;
    }

    private static T* Right(in MatrixProduct<T> product, int column, int width, T* panel, ref nint rightStep)
    {
        if (panel is null)
        {
            return product.Right + column;
        }

        if (product.RightIsTransposed)
        {
            Transposition<T>.Copy(product.Right + (column * product.RightStep), product.RightStep, width, product.Depth, panel);
        }
        else
        {
            Copy(product.Right + column, product.RightStep, width, product.Depth, panel);
        }

        rightStep = width;
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Copy(T* source, nint sourceRow, int width, int rows, T* target)
    {
        for (; rows != 0; rows--, source += sourceRow, target += width)
        {
            TLanes.Store(target, TLanes.Load(source));
            TLanes.Store(target + width - TLanes.Count, TLanes.Load(source + width - TLanes.Count));
        }
    }
}
