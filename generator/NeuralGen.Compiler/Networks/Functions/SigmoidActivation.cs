namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>1 / (1 + e^-x), the logistic function.</summary>
internal sealed record SigmoidActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "sigmoid";

    /// <inheritdoc/>
    public override bool IsDerivativeShort => true;

    /// <inheritdoc/>
    public override string Kernel => "Sigmoid";

    /// <inheritdoc/>
    public override LossKind? Loss => LossKind.BinaryCrossEntropy;

    /// <inheritdoc/>
    public override bool IsProbability => true;

    /// <inheritdoc/>
    public override double? SaturatesFrom => 10;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => 1 / (1 + Math.Exp(-x));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{arithmetic.Literal(1)} / ({arithmetic.Literal(1)} + {arithmetic.Exp("-" + x)})";

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Y} * ({operands.Number(1)} - {operands.Y}) * {operands.Delta}";
}
