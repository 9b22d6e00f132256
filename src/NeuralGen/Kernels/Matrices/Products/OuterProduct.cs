using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>The product of a column and a row, for gradients of one sample.</summary>
internal static unsafe class OuterProduct
{
    /// <summary>Computes sums[i, j] += left[i]·right[j], with the widest vectors that fit a row.</summary>
    /// <param name="left">one factor for each row.</param>
    /// <param name="rows">their number.</param>
    /// <param name="right">one factor for each column.</param>
    /// <param name="columns">their number.</param>
    /// <param name="sums">[rows, columns].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Add<T>(T* left, int rows, T* right, int columns, T* sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && columns >= Vector512<T>.Count)
        {
            OuterTiles<Lanes512<T>, Vector512<T>, T>.Add(left, rows, right, columns, sums);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= Vector256<T>.Count)
        {
            OuterTiles<Lanes256<T>, Vector256<T>, T>.Add(left, rows, right, columns, sums);
        }
        else if (Vector128.IsHardwareAccelerated && columns >= Vector128<T>.Count)
        {
            OuterTiles<Lanes128<T>, Vector128<T>, T>.Add(left, rows, right, columns, sums);
        }
        else
        {
            OuterTiles<ScalarLanes<T>, T, T>.Add(left, rows, right, columns, sums);
        }
    }

    /// <summary>Computes products[i, j] = left[i]·right[j], with the widest vectors that fit a row.</summary>
    /// <param name="left">one factor for each row.</param>
    /// <param name="rows">their number.</param>
    /// <param name="right">one factor for each column.</param>
    /// <param name="columns">their number.</param>
    /// <param name="products">[rows, columns]; overwritten.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Set<T>(T* left, int rows, T* right, int columns, T* products)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && columns >= Vector512<T>.Count)
        {
            OuterTiles<Lanes512<T>, Vector512<T>, T>.Set(left, rows, right, columns, products);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= Vector256<T>.Count)
        {
            OuterTiles<Lanes256<T>, Vector256<T>, T>.Set(left, rows, right, columns, products);
        }
        else if (Vector128.IsHardwareAccelerated && columns >= Vector128<T>.Count)
        {
            OuterTiles<Lanes128<T>, Vector128<T>, T>.Set(left, rows, right, columns, products);
        }
        else
        {
            OuterTiles<ScalarLanes<T>, T, T>.Set(left, rows, right, columns, products);
        }
    }
}
