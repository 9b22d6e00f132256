using DuckDB.NET.Native;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Arguments;

/// <summary>A type of DuckDB's, as far as numbers can be read from it.</summary>
/// <param name="Id">The type.</param>
/// <param name="Storage">What a decimal is stored as, else the type itself.</param>
/// <param name="Scale">The digits of a decimal behind the point.</param>
/// <param name="Size">The number of elements of an array.</param>
/// <param name="Element">The type of the elements of a list or an array.</param>
internal sealed record ArgumentType(DuckDBType Id, DuckDBType Storage, int Scale, int Size, ArgumentType? Element)
{
    /// <summary>Gets a value indicating whether there are several numbers in a value.</summary>
    public bool IsList => Element is not null;

    /// <summary>Gets a value indicating whether a value is a number, a truth value or NULL, or a list of these.</summary>
    public bool IsNumeric => Element is { } element ? element is { IsList: false, IsNumeric: true } : IsNumber(Id);

    /// <summary>Gets the type as SQL writes it.</summary>
    public string Name => Element is { } element
        ? FormattableString.Invariant($"{element.Name}[{(Id == DuckDBType.Array ? Size : "")}]")
        : Id switch
        {
            DuckDBType.SqlNull => "NULL",
            DuckDBType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
            DuckDBType.TimeTz => "TIME WITH TIME ZONE",
            _ => Id.ToString().ToUpperInvariant(),
        };

    /// <summary>Reads a type and destroys it.</summary>
    public static ArgumentType Take(nint type)
    {
        try
        {
            DuckDBType id = DuckDBFunctions.TypeId(type);
            return id switch
            {
                DuckDBType.Decimal => new(id, DuckDBFunctions.DecimalStorage(type), DuckDBFunctions.DecimalScale(type), 0, null),
                DuckDBType.List => new(id, id, 0, 0, Take(DuckDBFunctions.ListElementType(type))),
                DuckDBType.Array => new(id, id, 0, checked((int)DuckDBFunctions.ArraySize(type)), Take(DuckDBFunctions.ArrayElementType(type))),
                _ => new(id, id, 0, 0, null),
            };
        }
        finally
        {
            DuckDBFunctions.DestroyType(ref type);
        }
    }

    private static bool IsNumber(DuckDBType id) => id is DuckDBType.Boolean
        or DuckDBType.TinyInt or DuckDBType.SmallInt or DuckDBType.Integer or DuckDBType.BigInt or DuckDBType.HugeInt
        or DuckDBType.UnsignedTinyInt or DuckDBType.UnsignedSmallInt or DuckDBType.UnsignedInteger or DuckDBType.UnsignedBigInt or DuckDBType.UnsignedHugeInt
        or DuckDBType.Float or DuckDBType.Double or DuckDBType.Decimal or DuckDBType.SqlNull;
}
