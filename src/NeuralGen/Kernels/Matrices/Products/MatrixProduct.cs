using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>A matrix product that is added to a third matrix: sums[row, column] += Σ left[row, k]·right[k, column].</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct MatrixProduct<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Long chains of additions lose digits, and a panel as deep as this stays in the first cache.
    private const int MostDepth = 256;

    // Two of the widest vectors.
    private const int MostPanelBytes = MostDepth * 128;

    private const int FewestRowsForPanel = 16;

    public T* Left;
    public nint LeftRow;
    public nint LeftStep;

    // [depth, columns], or [columns, depth] if it is transposed.
    public T* Right;
    public nint RightStep;
    public bool RightIsTransposed;

    public T* Sums;
    public nint SumsRow;

    public int Rows;
    public int Columns;
    public int Depth;

    /// <summary>Adds the product.</summary>
    public void Add()
    {
        if (RightIsTransposed || Rows >= FewestRowsForPanel)
        {
            AddWithPanel();
        }
        else
        {
            Add(null);
        }
    }

    [SkipLocalsInit]
    private void AddWithPanel()
    {
        byte* panel = stackalloc byte[MostPanelBytes + 64];
        Add((T*)(((nint)panel + 63) & -64));
    }

    private void Add(T* panel)
    {
        int depth = Depth;
        while (depth > 0)
        {
            Depth = Math.Min(depth, MostDepth);
            AddStrips(panel);
            depth -= Depth;
            Left += Depth * LeftStep;
            Right += RightIsTransposed ? Depth : Depth * RightStep;
        }
    }

    // Wide vectors first; narrower ones fit what is left, as far as one vector that overlaps its neighbour does not.
    private readonly void AddStrips(T* panel)
    {
        int column = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            column = Strips<Lanes512<T>, Vector512<T>, T>.Add(this, column, panel);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            column = Strips<Lanes256<T>, Vector256<T>, T>.Add(this, column, panel);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            column = Strips<Lanes128<T>, Vector128<T>, T>.Add(this, column, panel);
        }

        Strips<ScalarLanes<T>, T, T>.Add(this, column, panel);
    }
}
