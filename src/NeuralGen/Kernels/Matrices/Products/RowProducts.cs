using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Products of rows with rows: one matrix with the transpose of another, without a copy of it.</summary>
internal static unsafe class RowProducts
{
    /// <summary>Tells whether products of rows are the faster way to a layer's outputs.</summary>
    /// <param name="shape">the layer.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <returns>false if a transposed copy of the weights pays.</returns>
    public static bool Fit<T>(DenseShape shape)
        where T : unmanaged
    {
        if (!Vector128.IsHardwareAccelerated || shape.InputSize < Vector128<T>.Count)
        {
            return false;
        }

        // Measured with float: adding up the lanes of a sum costs as much as about a hundred inputs, the copy as much as
        // about ten rows; and few units leave most of a panel's vectors empty.
        int fewRows = Math.Min(4 + (shape.InputSize / 32), 12);
        return shape.Rows < fewRows || shape.Units < Vector128<T>.Count || (shape.Units < 4 * Vector128<T>.Count && shape.InputSize >= 100);
    }

    /// <summary>Adds the product of every left row with every right row.</summary>
    /// <param name="left">[leftRows, depth].</param>
    /// <param name="leftRows">the number of left rows.</param>
    /// <param name="right">[rightRows, depth].</param>
    /// <param name="rightRows">the number of right rows.</param>
    /// <param name="depth">the length of a row: at least the narrowest vector's.</param>
    /// <param name="sums">the results, one for each pair.</param>
    /// <param name="sumsRow">the distance of the results of two left rows.</param>
    /// <param name="sumsColumn">the distance of the results of two right rows.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Add<T>(T* left, int leftRows, T* right, int rightRows, int depth, T* sums, nint sumsRow, nint sumsColumn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && depth >= Vector512<T>.Count)
        {
            DotTiles<Lanes512<T>, Vector512<T>, T>.Add(left, leftRows, right, rightRows, depth, sums, sumsRow, sumsColumn);
        }
        else if (Vector256.IsHardwareAccelerated && depth >= Vector256<T>.Count)
        {
            DotTiles<Lanes256<T>, Vector256<T>, T>.Add(left, leftRows, right, rightRows, depth, sums, sumsRow, sumsColumn);
        }
        else
        {
            DotTiles<Lanes128<T>, Vector128<T>, T>.Add(left, leftRows, right, rightRows, depth, sums, sumsRow, sumsColumn);
        }
    }
}
