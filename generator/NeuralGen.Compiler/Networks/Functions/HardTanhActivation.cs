namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x held between -1 and 1.</summary>
internal sealed record HardTanhActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "hard_tanh";

    /// <inheritdoc/>
    public override string Kernel => "HardTanh";

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x < -1 ? -1 : x > 1 ? 1 : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} < {arithmetic.Literal(-1)} ? {arithmetic.Literal(-1)} : {x} > {arithmetic.Literal(1)} ? {arithmetic.Literal(1)} : {x}";

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Y} <= {operands.Number(-1)} || {operands.Y} >= {operands.Number(1)} ? {operands.Number(0)} : {operands.Delta}";
}
