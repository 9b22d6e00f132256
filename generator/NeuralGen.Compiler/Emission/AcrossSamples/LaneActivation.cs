using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>
/// Writes elementwise activations of variables that hold the values of many rows: the short ones as expressions, the others as
/// calls, since the JIT inlines nothing more in a method that has grown too large.
/// </summary>
internal static class LaneActivation
{
    /// <summary>The function's value.</summary>
    /// <param name="function">The function.</param>
    /// <param name="index">The element's position.</param>
    /// <param name="x">The variable before activation.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string Value(ElementwiseActivation function, int index, string x, LaneArithmetic arithmetic) => function switch
    {
        ReluActivation => arithmetic.Relu(x),
        PreluActivation { Slopes: var slopes } => Leaky(x, x, slopes[function.SlopeAt(index)], arithmetic),
        LeakyReluActivation { Parameter: { } alpha } => Leaky(x, x, alpha, arithmetic),
        { HasKernel: false } or { IsShort: true } => function.Expression(x, "", arithmetic),
        _ => $"{LaneArithmetic.RowLanes}.Apply({x}, {ActivationCall.Function(function, arithmetic)})",
    };

    /// <summary>The derivative with respect to the value before activation.</summary>
    /// <param name="function">The function.</param>
    /// <param name="index">The element's position.</param>
    /// <param name="operands">What the expression is put together from.</param>
    public static string Backward(ElementwiseActivation function, int index, BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string zero = arithmetic.Literal(0);
        string value = function.DerivativeNeedsInput ? operands.X : operands.Y;
        return function switch
        {
            ReluActivation => arithmetic.Select(operands.Y, "<=", zero, zero, operands.Delta),
            PreluActivation { Slopes: var slopes } => Leaky(operands.X, operands.Delta, slopes[function.SlopeAt(index)], arithmetic),
            LeakyReluActivation { Parameter: { } alpha } => Leaky(value, operands.Delta, alpha, arithmetic),
            { HasKernel: false } or { IsShort: true } or LinearActivation or TanhActivation or SigmoidActivation or ExponentialActivation => function.Backward(operands),
            _ => $"{LaneArithmetic.RowLanes}.Gradient({value}, {operands.Delta}, {ActivationCall.Function(function, arithmetic)})",
        };
    }

    private static string Leaky(string value, string factor, double slope, FunctionWriter arithmetic) =>
        arithmetic.Select(value, ">", arithmetic.Literal(0), factor, $"{factor} * {arithmetic.Number(slope)}");
}
