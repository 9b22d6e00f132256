namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x / (1 + |x|).</summary>
internal sealed record SoftsignActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "softsign";

    /// <inheritdoc/>
    public override string Kernel => "Softsign";

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / (1 + Math.Abs(x));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} / ({arithmetic.Literal(1)} + {arithmetic.Abs(x)})";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string divisor = operands.Local("divisor", $"{operands.Number(1)} + {operands.Arithmetic.Abs(operands.X)}");
        return $"{operands.Delta} / ({divisor} * {divisor})";
    }
}
