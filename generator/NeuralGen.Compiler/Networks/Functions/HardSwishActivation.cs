using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x·relu6(x + 3) / 6 (Howard et al. 2019).</summary>
internal sealed record HardSwishActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "hard_swish";

    /// <inheritdoc/>
    public override string Kernel => "HardSwish";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x * (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} * ({x} < {arithmetic.Literal(-3)} ? {arithmetic.Literal(0)} : {x} > {arithmetic.Literal(3)} ? {arithmetic.Literal(6)} : {x} + {arithmetic.Literal(3)}) / {arithmetic.Literal(6)}";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.X} <= {operands.Number(-3)} ? {operands.Number(0)} : {operands.X} < {operands.Number(3)} ? ({operands.X} / {operands.Number(3)} + {operands.Number(0.5)}) * {operands.Delta} : {operands.Delta}";

    /// <inheritdoc/>
    /// <remarks>The product before the division may be beyond the range.</remarks>
    public override double[] Evaluate(double[] input, Rounding rounding) =>
        Array.ConvertAll(input, x => rounding.Of(rounding.Of(x * (x < -3 ? 0 : x > 3 ? 6 : rounding.Of(x + 3))) / 6));
}
