namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record TanhActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override bool IsDerivativeShort => true;

    /// <inheritdoc/>
    public override string Kernel => "Tanh";

    /// <inheritdoc/>
    public override double? SaturatesFrom => 10;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => Math.Tanh(x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        arithmetic.Tanh(x);

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"({operands.Number(1)} - {operands.Y} * {operands.Y}) * {operands.Delta}";
}
