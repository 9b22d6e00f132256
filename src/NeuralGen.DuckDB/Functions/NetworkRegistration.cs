using System.Data;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Functions;

/// <summary>Hands functions to DuckDB.</summary>
internal static unsafe class NetworkRegistration
{
    /// <summary>Registers a function.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="function">The function.</param>
    public static void Register(DuckDBConnection connection, NetworkFunction function)
    {
        ArgumentNullException.ThrowIfNull(connection);
        string name = function.Shape.Name;
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (connection.State != ConnectionState.Open)
        {
            throw new InvalidOperationException($"The connection is not open: open it before '{name}' is registered.");
        }

        // DuckDB would keep both, and from then on could not choose between them.
        if (Exists(connection, name))
        {
            throw new InvalidOperationException($"The database has a function '{name}' already; register the network under another name.");
        }

        nint handle = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        nint type = function.CreateResultType();
        using DuckDBLogicalType any = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Any);
        try
        {
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(handle, name);

            // With types of its own DuckDB's errors would name them and not the inputs, and a list of numbers would be copied.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVarargs(handle, any);
            DuckDBFunctions.SetReturnType(handle, type);

            // DuckDB would take a NULL for the result before the arguments are checked.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(handle);
            nint self = GCHandle.ToIntPtr(GCHandle.Alloc(function));
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(handle, self, &FunctionCallbacks.Delete);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetBind(handle, &FunctionCallbacks.Bind);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(handle, &FunctionCallbacks.Execute);
            if (NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, handle) != DuckDBState.Success)
            {
                throw new InvalidOperationException($"DuckDB refuses the function '{name}'.");
            }
        }
        finally
        {
            DuckDBFunctions.DestroyType(ref type);
            NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref handle);
        }
    }

    private static bool Exists(DuckDBConnection connection, string name)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM duckdb_functions() WHERE lower(function_name) = lower($1)";
        command.Parameters.Add(new DuckDBParameter(name));
        return (long)command.ExecuteScalar()! > 0;
    }
}
