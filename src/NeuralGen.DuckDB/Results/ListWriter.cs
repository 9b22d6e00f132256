using System.Numerics;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Results;

/// <summary>Writes several outputs as a list.</summary>
/// <param name="size">The number of outputs.</param>
internal sealed unsafe class ListWriter<T>(int size) : ResultWriter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override nint CreateType()
    {
        nint number = DuckDBFunctions.CreateType(NumberType);
        nint list = DuckDBFunctions.CreateListType(number);
        DuckDBFunctions.DestroyType(ref number);
        return list;
    }

    /// <inheritdoc/>
    public override void Begin(nint vector, int rows)
    {
        ulong total = (ulong)rows * (ulong)size;
        if (NativeMethods.Vectors.DuckDBListVectorReserve(vector, total) != DuckDBState.Success
            || NativeMethods.Vectors.DuckDBListVectorSetSize(vector, total) != DuckDBState.Success)
        {
            throw new InvalidOperationException("DuckDB has no room for the outputs.");
        }

        DuckDBListEntry* entries = (DuckDBListEntry*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        for (int row = 0; row < rows; row++)
        {
            entries[row] = new((ulong)row * (ulong)size, (ulong)size);
        }
    }

    /// <inheritdoc/>
    public override void Write(nint vector, int start, ReadOnlySpan<T> outputs, RowValidity validity) =>
        outputs.CopyTo(Numbers(NativeMethods.Vectors.DuckDBListVectorGetChild(vector), (long)start * size, outputs.Length));
}
