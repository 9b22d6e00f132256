using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>0 where |x| is at most lambda, else x, so that NaN stays NaN.</summary>
internal sealed record HardShrinkActivation : ElementwiseActivation
{
    /// <summary>Half of the width of what becomes 0.</summary>
    public required double Lambda { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("lambda", Lambda)];

    /// <inheritdoc/>
    public override string Name => "hard_shrink";

    /// <inheritdoc/>
    public override string Kernel => "HardShrink";

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => Math.Abs(x) <= Lambda ? 0 : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        string zero = arithmetic.Literal(0);
        return arithmetic.Select(arithmetic.Abs(x), "<=", arithmetic.Literal(Lambda), zero, x);
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string zero = arithmetic.Literal(0);
        return arithmetic.Select(arithmetic.Abs(operands.X), "<=", arithmetic.Literal(Lambda), zero, operands.Delta);
    }

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Lambda = rounding.Of(Lambda) };
}
