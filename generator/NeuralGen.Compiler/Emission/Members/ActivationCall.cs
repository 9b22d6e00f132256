using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes calls of the runtime library's functions for whole spans of values before or behind an activation.</summary>
internal static class ActivationCall
{
    /// <summary>The call that applies a function to the values of some samples; null when the library has none for it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">The span of values before activation.</param>
    /// <param name="output">The span that receives the results; may be the same.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string? Forward(ActivationFunction function, string input, string output, string samples, Arithmetic arithmetic) =>
        function.Kernel is null
            ? null
            : $"{Kernels(function)}.Apply({input}, {output}, {Samples(function, samples)}{Function(function, arithmetic)});";

    /// <summary>The call for the backward pass of a function; null when the library has none for it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="values">The span of values that the derivative is computed from.</param>
    /// <param name="deltas">The span of derivatives with respect to the results.</param>
    /// <param name="inputDeltas">The span that receives those with respect to the values before activation; may be the same.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string? Backward(ActivationFunction function, string values, string deltas, string inputDeltas, string samples, Arithmetic arithmetic) =>
        !function.HasKernelGradient
            ? null
            : $"{Kernels(function)}.Gradient({values}, {deltas}, {inputDeltas}, {Samples(function, samples)}{Function(function, arithmetic)});";

    /// <summary>The library's function as a value: a structure, whose type the library's loops are compiled for.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string Function(ActivationFunction function, FunctionWriter arithmetic) =>
        $"new {VectorAliases.Functions}.{function.Kernel}({string.Join(", ", function.Arguments.Select(argument => arithmetic.Number(argument.Value)))})";

    private static string Kernels(ActivationFunction function) =>
        function is ElementwiseActivation ? "global::NeuralGen.Elementwise" : "global::NeuralGen.Rowwise";

    private static string Samples(ActivationFunction function, string samples) => function is ElementwiseActivation ? "" : $"{samples}, ";
}
