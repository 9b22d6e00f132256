namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>Nothing: x.</summary>
internal sealed record LinearActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "linear";

    /// <inheritdoc/>
    public override bool IsDerivativeShort => true;

    /// <inheritdoc/>
    public override bool IsIdentity => true;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        x;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        operands.Delta;
}
