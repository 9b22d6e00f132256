using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x above 0, alpha·x below.</summary>
internal sealed record LeakyReluActivation : ElementwiseActivation
{
    /// <summary>The function's parameter.</summary>
    public required double Alpha { get; init; }

    /// <inheritdoc/>
    public override double? Parameter => Alpha;

    /// <inheritdoc/>
    public override string Name => "leaky_relu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override bool IsMonotone => Alpha >= 0;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x > 0 ? x : Alpha * x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} > {arithmetic.Literal(0)} ? {x} : {arithmetic.Literal(Alpha)} * {x}";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => Alpha < 0;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{(DerivativeNeedsInput ? operands.X : operands.Y)} > {operands.Number(0)} ? {operands.Delta} : {operands.Number(Alpha)} * {operands.Delta}";

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Alpha = rounding.Of(Alpha) };
}
