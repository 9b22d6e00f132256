namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))), the approximation of gelu.</summary>
internal sealed record GeluTanhActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "gelu_tanh";

    /// <inheritdoc/>
    public override string Kernel => "GeluTanh";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    private const double Factor = 0.79788456080286536;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{arithmetic.Literal(0.5)} * {x} * ({arithmetic.Literal(1)} + {arithmetic.Tanh($"{arithmetic.Literal(Factor)} * ({x} + {arithmetic.Literal(0.044715)} * {x} * {x} * {x})")})";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string square = operands.Local("square", $"{operands.X} * {operands.X}");
        string tanh = operands.Local(
            "tanh", operands.Arithmetic.Tanh($"{operands.Number(Factor)} * {operands.X} * ({operands.Number(1)} + {operands.Number(0.044715)} * {square})"));
        string slope = operands.Local("slope", $"{operands.Number(Factor)} * ({operands.Number(1)} + {operands.Number(3 * 0.044715)} * {square})");
        string half = operands.Number(0.5);
        return $"{half} * ({operands.Number(1)} + {tanh} + {operands.X} * ({operands.Number(1)} - {tanh} * {tanh}) * {slope}) * {operands.Delta}";
    }
}
