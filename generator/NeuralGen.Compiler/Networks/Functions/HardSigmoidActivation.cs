namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>relu6(x + 3) / 6, as PyTorch defines it.</summary>
internal sealed record HardSigmoidActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "hard_sigmoid";

    /// <inheritdoc/>
    public override string Kernel => "HardSigmoid";

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"({x} < {arithmetic.Literal(-3)} ? {arithmetic.Literal(0)} : {x} > {arithmetic.Literal(3)} ? {arithmetic.Literal(6)} : {x} + {arithmetic.Literal(3)}) / {arithmetic.Literal(6)}";

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Y} <= {operands.Number(0)} || {operands.Y} >= {operands.Number(1)} ? {operands.Number(0)} : {operands.Delta} / {operands.Number(6)}";
}
