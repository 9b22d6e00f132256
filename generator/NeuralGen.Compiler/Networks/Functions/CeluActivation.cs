using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x above 0, alpha·(e^(x/alpha) - 1) below (Barron 2017).</summary>
internal sealed record CeluActivation : ElementwiseActivation
{
    /// <summary>The function's parameter.</summary>
    public required double Alpha { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("alpha", Alpha)];

    /// <inheritdoc/>
    public override bool HasKernelGradient => Alpha >= 0;

    /// <inheritdoc/>
    public override string Name => "celu";

    /// <inheritdoc/>
    public override string Kernel => "Celu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override bool IsMonotone => Alpha > 0;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x > 0 ? x : Alpha * ReferenceMath.ExpMinusOne(x / Alpha);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} > {arithmetic.Literal(0)} ? {x} : {arithmetic.Literal(Alpha)} * {arithmetic.ExpMinusOne($"{x} / {arithmetic.Literal(Alpha)}")}";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => Alpha < 0;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) => DerivativeNeedsInput
            ? $"{operands.X} > {operands.Number(0)} ? {operands.Delta} : {operands.Arithmetic.Exp($"{operands.X} / {operands.Number(Alpha)}")} * {operands.Delta}"
            : $"{operands.Y} > {operands.Number(0)} ? {operands.Delta} : ({operands.Y} / {operands.Number(Alpha)} + {operands.Number(1)}) * {operands.Delta}";

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Alpha = rounding.Of(Alpha) };
}
