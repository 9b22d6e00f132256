using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>Matrix products in strips one vector wide: what is left of a matrix beside its pairs.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe partial class SingleTiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Adds to a strip one vector wide.</summary>
    /// <param name="product">what is computed.</param>
    /// <param name="right">the strip's columns of the right matrix.</param>
    /// <param name="rightStep">the distance of two rows there.</param>
    /// <param name="column">the strip's first column.</param>
    /// <param name="lanes">how many of the last lanes to change: a strip at the end may overlap the one before.</param>
    public static void Add(in MatrixProduct<T> product, T* right, nint rightStep, int column, int lanes)
    {
        nint leftRow = product.LeftRow, leftStep = product.LeftStep, sumsRow = product.SumsRow;
        T* left = product.Left, sums = product.Sums + column;
        TVector kept = TLanes.LastLanes(lanes);
        int rows = product.Rows;
        for (; rows >= 8; rows -= 8, left += 8 * leftRow, sums += 8 * sumsRow)
        {
            Add8By1(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth, kept);
        }

        if (rows >= 4)
        {
            Add4By1(left, leftRow, leftStep, right, rightStep, sums, sumsRow, product.Depth, kept);
            rows -= 4;
            left += 4 * leftRow;
            sums += 4 * sumsRow;
        }

        for (; rows != 0; rows--, left += leftRow, sums += sumsRow)
        {
            RowTiles<TLanes, TVector, T>.Add1(left, leftStep, right, rightStep, sums, product.Depth, kept);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sums, TVector value, TVector kept)
    {
        TVector old = TLanes.Load(sums);
        TLanes.Store(sums, TLanes.Select(kept, TLanes.Add(old, value), old));
    }
}
