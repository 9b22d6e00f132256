using System.Globalization;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Functions;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Arguments;

/// <summary>Compares the arguments of a call with the inputs of a network.</summary>
internal static class ArgumentCheck
{
    /// <summary>Says what is wrong with a call.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="binding">The call, while its statement is prepared.</param>
    /// <returns>The problem, or null.</returns>
    public static string? Problem(NetworkShape shape, nint binding)
    {
        ArgumentType[] types = new ArgumentType[DuckDBFunctions.ArgumentCount(binding)];
        for (int index = 0; index < types.Length; index++)
        {
            nint expression = DuckDBFunctions.Argument(binding, (ulong)index);
            types[index] = ArgumentType.Take(DuckDBFunctions.ExpressionType(expression));
            DuckDBFunctions.DestroyExpression(ref expression);
        }

        return types is [{ IsList: true } list] ? ProblemOf(shape, list) : ProblemOf(shape, types);
    }

    private static string? ProblemOf(NetworkShape shape, ArgumentType list) =>
        !list.IsNumeric
            ? $"{shape.Name} takes numbers for its inputs {shape.Inputs}; {list.Name} is no list of numbers."
        : list.Id == DuckDBType.Array && list.Size != shape.InputSize
            ? string.Create(CultureInfo.InvariantCulture, $"{shape.Name} takes {Count(shape.InputSize, "number")} for its inputs {shape.Inputs}; the array has {list.Size}.")
        : null;

    private static string? ProblemOf(NetworkShape shape, ArgumentType[] types)
    {
        if (types.Length != shape.InputSize)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{shape.Name} takes {Count(shape.InputSize, "argument")}, its inputs {shape.Inputs}, or a list of them; {types.Length} {(types.Length == 1 ? "is" : "are")} given.");
        }

        // The type of a parameter of a prepared statement is not known yet; the statement is bound again when it has a value.
        int wrong = Array.FindIndex(types, type => type is { IsNumeric: false, Id: not DuckDBType.Invalid } or { IsList: true });
        return wrong < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{shape.Name} takes numbers for its inputs {shape.Inputs}; argument {wrong + 1}, '{shape.InputName(wrong)}', is {types[wrong].Name}.");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
