using System.Numerics;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Functions;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Arguments;

/// <summary>The arguments of a chunk of rows.</summary>
internal sealed unsafe class ArgumentColumns<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly NetworkShape _shape;
    private readonly (ArgumentType Type, nint Vector, nint Data)[] _columns;
    private readonly ListColumn? _list;

    /// <summary>Initializes a new instance of the <see cref="ArgumentColumns{T}"/> class.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="rows">The number of its rows.</param>
    public ArgumentColumns(NetworkShape shape, nint chunk, int rows)
    {
        _shape = shape;
        Validity = new(rows);
        _columns = new (ArgumentType Type, nint Vector, nint Data)[DuckDBFunctions.ColumnCount(chunk)];
        for (int index = 0; index < _columns.Length; index++)
        {
            nint vector = DuckDBFunctions.Column(chunk, (ulong)index);
            ArgumentType type = ArgumentType.Take(DuckDBFunctions.ColumnType(vector));
            _columns[index] = (type, vector, (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector));
            Validity.And(NativeMethods.Vectors.DuckDBVectorGetValidity(vector));
        }

        if (_columns is [{ Type.IsList: true } list])
        {
            _list = new(shape, list.Type, list.Vector);
            _list.Check(Validity, rows);
        }
    }

    /// <summary>Gets which rows have no NULL.</summary>
    public RowValidity Validity { get; }

    /// <summary>Reads rows; those with a NULL have zeros in its place, or nothing but zeros.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="inputs">Receives the rows, one behind the other.</param>
    public void Read(int start, int count, Span<T> inputs)
    {
        if (_list is not null)
        {
            _list.Read(start, count, inputs, Validity);
            return;
        }

        int size = _shape.InputSize;
        for (int column = 0; column < size; column++)
        {
            (ArgumentType type, nint vector, nint data) = _columns[column];
            if (type.Id != DuckDBType.SqlNull)
            {
                NumberColumn.Read(type, (void*)data, start, count, ref inputs[column], size);
            }

            ClearNulls(NativeMethods.Vectors.DuckDBVectorGetValidity(vector), start, count, inputs[column..], size, type.Id == DuckDBType.SqlNull);
        }
    }

    /// <summary>What lies in the place of a NULL is nobody's, and might be anything.</summary>
    private static void ClearNulls(ulong* mask, int start, int count, Span<T> values, int distance, bool areAllNull)
    {
        if (mask is null && !areAllNull)
        {
            return;
        }

        for (int index = 0; index < count; index++)
        {
            int row = start + index;
            if (areAllNull || (mask[row / 64] >> (row % 64) & 1) == 0)
            {
                values[index * distance] = T.Zero;
            }
        }
    }
}
