namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>e^x.</summary>
internal sealed record ExponentialActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "exponential";

    /// <inheritdoc/>
    public override bool IsDerivativeShort => true;

    /// <inheritdoc/>
    public override string Kernel => "Exponential";

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => Math.Exp(x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        arithmetic.Exp(x);

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Y} * {operands.Delta}";
}
