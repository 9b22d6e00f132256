using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Matrix products in strips two vectors wide, which keep several rows' sums in registers.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class PairTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds to a strip two vectors wide.</summary>
    /// <param name="product">what is computed.</param>
    /// <param name="right">the strip's columns of the right matrix.</param>
    /// <param name="rightStep">the distance of two rows there.</param>
    /// <param name="column">the strip's first column.</param>
    public static void Add(in MatrixProduct<T> product, T* right, nint rightStep, int column)
    {
        nint leftRow = product.LeftRow, leftStep = product.LeftStep, sumsRow = product.SumsRow;
        T* left = product.Left, sums = product.Sums + column;
        int rows = product.Rows;
        if (TLanes.HasManyRegisters)
        {
            for (; rows >= 8; rows -= 8, left += 8 * leftRow, sums += 8 * sumsRow)
            {
                Add8By2(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth);
            }
        }

        else
        {
            for (; rows >= 6; rows -= 6, left += 6 * leftRow, sums += 6 * sumsRow)
            {
                Add6By2(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth);
            }
        }

        if (rows >= 4)
        {
            Add4By2(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth);
            rows -= 4;
            left += 4 * leftRow;
            sums += 4 * sumsRow;
        }

        if (rows >= 2)
        {
            Add2By2(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth);
            rows -= 2;
            left += 2 * leftRow;
            sums += 2 * sumsRow;
        }

        if (rows != 0)
        {
            RowTiles<TLanes, TVector, T>.Add2(left, leftStep, right, rightStep, sums, product.Depth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sums, TVector first, TVector second)
    {
        TLanes.Store(sums, TLanes.Add(TLanes.Load(sums), first));
        TLanes.Store(sums + TLanes.Count, TLanes.Add(TLanes.Load(sums + TLanes.Count), second));
    }
}
