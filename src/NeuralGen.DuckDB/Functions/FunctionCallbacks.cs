using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Functions;

/// <summary>What DuckDB calls. No exception may pass into its code, so each becomes an error of the statement.</summary>
internal static class FunctionCallbacks
{
    /// <summary>Lets go of a function whose database is closed.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Delete(nint self) => GCHandle.FromIntPtr(self).Free();

    /// <summary>Checks the arguments of a call when a statement is prepared.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Bind(nint binding)
    {
        try
        {
            NetworkFunction function = Function(NativeMethods.ScalarFunction.DuckDBScalarFunctionBindGetExtraInfo(binding));
            if (ArgumentCheck.Problem(function.Shape, binding) is { } problem)
            {
                DuckDBFunctions.SetBindError(binding, problem);
            }
        }
        catch (Exception exception)
        {
            DuckDBFunctions.SetBindError(binding, exception.Message);
        }
    }

    /// <summary>Computes a chunk of rows.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Execute(nint call, nint chunk, nint result)
    {
        NetworkFunction? function = null;
        try
        {
            function = Function(NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(call));
            function.Execute(chunk, result);
        }
        catch (Exception exception)
        {
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(call, $"{function?.Shape.Name}: {exception.Message}");
        }
    }

    private static NetworkFunction Function(nint self) => (NetworkFunction)GCHandle.FromIntPtr(self).Target!;
}
