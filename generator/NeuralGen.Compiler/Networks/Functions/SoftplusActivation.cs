namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>ln(1 + e^x), without overflow.</summary>
internal sealed record SoftplusActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "softplus";

    /// <inheritdoc/>
    public override string Kernel => "Softplus";

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => ReferenceMath.Softplus(x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        arithmetic.Softplus(x);

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Delta} / ({operands.Number(1)} + {operands.Arithmetic.Exp("-" + operands.X)})";
}
