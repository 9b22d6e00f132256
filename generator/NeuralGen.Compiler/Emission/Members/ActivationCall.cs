using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes calls of the runtime library's functions for whole spans of values before or behind an activation.</summary>
internal static class ActivationCall
{
    private const string Kernels = "global::NeuralGen.ActivationKernels";

    /// <summary>The call that applies a function to the values of some rows; null when the library has none for it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">The span of values before activation.</param>
    /// <param name="output">The span that receives the results; may be the same.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string? Forward(ActivationFunction function, string input, string output, string rows, Arithmetic arithmetic) =>
        function.Slopes is not null || !function.HasKernel ? null : $"{Kernels}.{Texts.PascalCase(function.Name)}({input}, {output}{Last(function, rows, arithmetic)});";

    /// <summary>The call that goes back through a function; null when the library has none for it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="values">The span of values that the derivative is computed from.</param>
    /// <param name="deltas">The span of derivatives with respect to the results.</param>
    /// <param name="inputDeltas">The span that receives those with respect to the values before activation; may be the same.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string? Backward(ActivationFunction function, string values, string deltas, string inputDeltas, string rows, Arithmetic arithmetic) =>
        function.Slopes is not null || !function.HasKernel || function.Parameter < 0
            ? null
            : $"{Kernels}.{Texts.PascalCase(function.Name)}Gradient({values}, {deltas}, {inputDeltas}{Last(function, rows, arithmetic)});";

    private static string Last(ActivationFunction function, string rows, Arithmetic arithmetic) =>
        function is not ElementwiseActivation ? $", {rows}"
        : function.Parameter is { } alpha ? $", {arithmetic.Literal(alpha)}"
        : "";
}
