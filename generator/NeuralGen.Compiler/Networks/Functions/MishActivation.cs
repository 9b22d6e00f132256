namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x·tanh(ln(1 + e^x)) (Misra 2019).</summary>
internal sealed record MishActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "mish";

    /// <inheritdoc/>
    public override string Kernel => "Mish";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x * Math.Tanh(ReferenceMath.Softplus(x));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} * {arithmetic.Tanh(arithmetic.Softplus(x))}";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string tanh = operands.Local("tanh", operands.Arithmetic.Tanh(operands.Arithmetic.Softplus(operands.X)));
        string sigmoid = operands.Local("sigmoid", $"{operands.Number(1)} / ({operands.Number(1)} + {operands.Arithmetic.Exp("-" + operands.X)})");
        return $"({tanh} + {operands.X} * {sigmoid} * ({operands.Number(1)} - {tanh} * {tanh})) * {operands.Delta}";
    }
}
