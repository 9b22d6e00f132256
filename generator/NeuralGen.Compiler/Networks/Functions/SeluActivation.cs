namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>scale·x above 0, scale·alpha·(e^x - 1) below (Klambauer et al. 2017).</summary>
internal sealed record SeluActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "selu";

    /// <inheritdoc/>
    public override string Kernel => "Selu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    private const double Alpha = 1.6732632423543772;
    private const double Scale = 1.0507009873554805;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x > 0 ? Scale * x : Scale * Alpha * ReferenceMath.ExpMinusOne(x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{x} > {arithmetic.Literal(0)} ? {arithmetic.Literal(Scale)} * {x} : {arithmetic.Literal(Scale * Alpha)} * {arithmetic.ExpMinusOne(x)}";

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"{operands.Y} > {operands.Number(0)} ? {operands.Number(Scale)} * {operands.Delta} : ({operands.Y} + {operands.Number(Scale * Alpha)}) * {operands.Delta}";
}
