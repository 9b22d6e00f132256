using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace NeuralGen.DuckDB.Native;

/// <summary>Functions of DuckDB's C interface that its bindings leave out, or have for handles of their own only.</summary>
internal static unsafe partial class DuckDBFunctions
{
    private const string Library = "duckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_bind_get_argument_count")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong ArgumentCount(nint binding);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_bind_get_argument")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Argument(nint binding, ulong index);

    [LibraryImport(Library, EntryPoint = "duckdb_expression_return_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint ExpressionType(nint expression);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_expression")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void DestroyExpression(ref nint expression);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_bind_set_error", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void SetBindError(nint binding, string message);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_return_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void SetReturnType(nint function, nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_size")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong ChunkSize(nint chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_column_count")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong ColumnCount(nint chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Column(nint chunk, ulong index);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_get_column_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint ColumnType(nint vector);

    [LibraryImport(Library, EntryPoint = "duckdb_create_logical_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint CreateType(DuckDBType type);

    [LibraryImport(Library, EntryPoint = "duckdb_create_list_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint CreateListType(nint element);

    [LibraryImport(Library, EntryPoint = "duckdb_create_struct_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint CreateStructType(nint* fields, byte** names, ulong count);

    [LibraryImport(Library, EntryPoint = "duckdb_get_type_id")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial DuckDBType TypeId(nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_decimal_scale")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial byte DecimalScale(nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_decimal_internal_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial DuckDBType DecimalStorage(nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_list_type_child_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint ListElementType(nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_array_type_child_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint ArrayElementType(nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_array_type_array_size")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong ArraySize(nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_logical_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void DestroyType(ref nint type);
}
