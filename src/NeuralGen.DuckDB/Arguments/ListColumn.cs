using System.Globalization;
using System.Numerics;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Functions;

namespace NeuralGen.DuckDB.Arguments;

/// <summary>A list or an array of numbers per row, which are the inputs of that row.</summary>
internal sealed unsafe class ListColumn
{
    private readonly NetworkShape _shape;
    private readonly ArgumentType _type;
    private readonly DuckDBListEntry* _entries;
    private readonly void* _elements;
    private readonly ulong* _elementValidity;

    /// <summary>Initializes a new instance of the <see cref="ListColumn"/> class.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="type">The type of the lists.</param>
    /// <param name="vector">The vector of lists.</param>
    public ListColumn(NetworkShape shape, ArgumentType type, nint vector)
    {
        _shape = shape;
        _type = type;
        bool isArray = type.Id == DuckDBType.Array;
        nint elements = isArray ? NativeMethods.Vectors.DuckDBArrayVectorGetChild(vector) : NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
        _entries = isArray ? null : (DuckDBListEntry*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _elements = NativeMethods.Vectors.DuckDBVectorGetData(elements);
        _elementValidity = NativeMethods.Vectors.DuckDBVectorGetValidity(elements);
    }

    /// <summary>Notes the rows with a NULL in their list.</summary>
    /// <exception cref="FormatException">A list has another length.</exception>
    public void Check(RowValidity validity, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            if (!validity.IsValid(row))
            {
                continue;
            }

            if (_entries is not null && (int)_entries[row].Length != _shape.InputSize)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"a list has {_entries[row].Length} values; the inputs are {_shape.InputSize}: {_shape.Inputs}."));
            }

            if (HasNull(Start(row)))
            {
                validity.Clear(row);
            }
        }
    }

    /// <summary>Reads rows; those with a NULL are zeros.</summary>
    public void Read<T>(int start, int count, Span<T> inputs, RowValidity validity)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = _shape.InputSize;
        for (int index = 0; index < count; index++)
        {
            Span<T> row = inputs.Slice(index * size, size);
            if (validity.IsValid(start + index))
            {
                NumberColumn.Read(_type.Element!, _elements, Start(start + index), size, ref row[0], 1);
            }
            else
            {
                row.Clear();
            }
        }
    }

    private int Start(int row) => checked((int)(_entries is null ? (long)row * _shape.InputSize : (long)_entries[row].Offset));

    private bool HasNull(int start)
    {
        if (_type.Element!.Id == DuckDBType.SqlNull)
        {
            return _shape.InputSize > 0;
        }

        if (_elementValidity is null)
        {
            return false;
        }

        for (int element = start; element < start + _shape.InputSize; element++)
        {
            if ((_elementValidity[element / 64] >> (element % 64) & 1) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
