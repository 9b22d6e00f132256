using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x above 0, alpha·x below.</summary>
internal sealed record LeakyReluActivation : RectifierFunction
{
    /// <summary>The function's parameter.</summary>
    public required double Alpha { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("alpha", Alpha)];

    /// <inheritdoc/>
    public override bool HasKernelGradient => Alpha >= 0;

    /// <inheritdoc/>
    public override string Name => "leaky_relu";

    /// <inheritdoc/>
    public override double SlopeBelow(int index) => Alpha;

    /// <inheritdoc/>
    public override string Kernel => "LeakyRelu";

    /// <inheritdoc/>
    public override bool IsMonotone => Alpha >= 0;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x > 0 ? x : Alpha * x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        arithmetic.Select(x, ">", arithmetic.Literal(0), x, arithmetic.Scaled(x, arithmetic.Number(Alpha)));

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => Alpha < 0;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        operands.Arithmetic.Select(
            DerivativeNeedsInput ? operands.X : operands.Y, ">", operands.Number(0), operands.Delta, operands.Arithmetic.Scaled(operands.Delta, operands.Arithmetic.Number(Alpha)));

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Alpha = rounding.Of(Alpha) };
}
