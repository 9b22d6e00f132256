using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x above 0, alpha·(e^x - 1) below (Clevert, Unterthiner and Hochreiter 2015).</summary>
internal sealed record EluActivation : ElementwiseActivation
{
    /// <summary>The function's parameter.</summary>
    public required double Alpha { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("alpha", Alpha)];

    /// <inheritdoc/>
    public override bool HasKernelGradient => Alpha >= 0;

    /// <inheritdoc/>
    public override string Name => "elu";

    /// <inheritdoc/>
    public override string Kernel => "Elu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override bool IsMonotone => Alpha >= 0;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x > 0 ? x : Alpha * ReferenceMath.ExpMinusOne(x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} > {arithmetic.Literal(0)} ? {x} : {arithmetic.Literal(Alpha)} * {arithmetic.ExpMinusOne(x)}";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => Alpha < 0;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) => DerivativeNeedsInput
            ? $"{operands.X} > {operands.Number(0)} ? {operands.Delta} : {operands.Number(Alpha)} * {operands.Arithmetic.Exp(operands.X)} * {operands.Delta}"
            : $"{operands.Y} > {operands.Number(0)} ? {operands.Delta} : ({operands.Y} + {operands.Number(Alpha)}) * {operands.Delta}";

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Alpha = rounding.Of(Alpha) };
}
