namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x/2·(1 + erf(x/√2)) (Hendrycks and Gimpel 2016).</summary>
internal sealed record GeluActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "gelu";

    /// <inheritdoc/>
    public override string Kernel => "Gelu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    private const double HalfRoot = 0.70710678118654752;
    private const double NormalPeak = 0.3989422804014327;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / 2 * (1 + ReferenceMath.Erf(x / Math.Sqrt(2)));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{arithmetic.Literal(0.5)} * {x} * ({arithmetic.Literal(1)} + {arithmetic.Erf($"{x} * {arithmetic.Literal(HalfRoot)}")})";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string cumulative = operands.Local(
            "cumulative", $"{operands.Number(0.5)} * ({operands.Number(1)} + {operands.Arithmetic.Erf($"{operands.X} * {operands.Number(HalfRoot)}")})");
        string density = operands.Local(
            "density", $"{operands.Number(NormalPeak)} * {operands.Arithmetic.Exp($"{operands.Number(-0.5)} * {operands.X} * {operands.X}")}");
        return $"({cumulative} + {operands.X} * {density}) * {operands.Delta}";
    }
}
