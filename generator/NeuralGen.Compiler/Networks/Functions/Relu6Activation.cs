namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x held between 0 and 6.</summary>
internal sealed record Relu6Activation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "relu6";

    /// <inheritdoc/>
    public override string Kernel => "Relu6";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override double? NeverFiresUpTo => 0;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x < 0 ? 0 : x > 6 ? 6 : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} < {arithmetic.Literal(0)} ? {arithmetic.Literal(0)} : {x} > {arithmetic.Literal(6)} ? {arithmetic.Literal(6)} : {x}";

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Y} <= {operands.Number(0)} || {operands.Y} >= {operands.Number(6)} ? {operands.Number(0)} : {operands.Delta}";
}
