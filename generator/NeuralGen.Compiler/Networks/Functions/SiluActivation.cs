namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x·sigmoid(x), also called swish (Ramachandran, Zoph and Le 2017).</summary>
internal sealed record SiluActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "silu";

    /// <inheritdoc/>
    public override string Kernel => "Silu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / (1 + Math.Exp(-x));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} / ({arithmetic.Literal(1)} + {arithmetic.Exp("-" + x)})";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string sigmoid = operands.Local("sigmoid", $"{operands.Number(1)} / ({operands.Number(1)} + {operands.Arithmetic.Exp("-" + operands.X)})");
        return $"({sigmoid} + {operands.Y} * ({operands.Number(1)} - {sigmoid})) * {operands.Delta}";
    }
}
